using System.Collections.Frozen;

namespace KnowledgeBase.Search.Translation;

/// <summary>Words that hold a Chinese or Japanese sentence together and have no meaning to translate, folded.</summary>
static class FunctionWords
{
    /// <summary>English ones that are no stop words, as stems: as free words they still weigh.</summary>
    public static FrozenSet<string> English { get; } = "will can may must shall might also just get let us say said one".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static FrozenSet<string> All { get; } = (
        "的 了 在 是 和 与 及 或 为 将 对 等 也 都 就 而 之 其 于 以 从 到 被 把 向 由 给 让 使 该 这 那 此 并 但 又 还 很 更 最 已 不 没 有 个 位 名 年 月 日 号 时 中 上 下 里 "
        + "什么 怎么 哪 哪些 哪个 谁 多少 如何 为什么 何时 什么时候 哪里 几 吗 呢 吧 们 我们 他 她 它 他们 一个 这个 那个 "
        + "する した して いる ある なる から まで ため という として について による における など これ それ あれ この その どの 何 何年 どこ だれ 谁 いつ です ます でした られる こと もの よう").Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
