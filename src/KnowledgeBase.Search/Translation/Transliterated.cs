using System.Buffers;
using KnowledgeBase.Articles;
using KnowledgeBase.Search.Analysis;

namespace KnowledgeBase.Search.Translation;

/// <summary>Tells names from other scripts: those that are looked for by their sound.</summary>
static class Transliterated
{
    const int ShortestKatakana = 3;
    const int ShortestLatin = 4;

    // The characters of Xinhua's tables for writing foreign names, simplified.
    static readonly SearchValues<char> Characters = SearchValues.Create(
        "阿埃艾安昂奥巴拜班邦保鲍贝本比彼宾波博布查达戴丹当道德登迪蒂丁东杜顿多厄恩尔法凡范菲费芬丰佛弗夫福盖甘冈高哥戈格根古瓜圭哈海汉豪赫黑亨洪胡华惠霍基吉加贾杰金卡凯坎康考科克肯库夸昆拉莱兰朗劳勒雷累利里丽连廉列林留龙卢鲁路伦罗洛吕"
        + "马玛迈麦曼芒毛梅门蒙米密敏明摩莫姆穆纳奈南内娜妮尼涅宁纽农努诺欧帕潘庞佩彭皮平珀普奇恰强乔切琴琼丘让荣茹瑞萨赛桑瑟森沙莎尚舍申圣施史士舒顺朔斯丝松苏索塔泰坦汤唐特滕提铁廷通图托瓦万旺威维韦魏温文翁沃乌伍武西希锡夏香谢辛欣雄休许逊"
        + "雅亚娅扬尧耶叶伊因英尤约赞泽曾扎詹珍芝朱兹宗祖佐");

    /// <summary>True for Han that may write the sound of a foreign name.</summary>
    public static bool IsInHan(ReadOnlySpan<char> word) => word.IndexOfAnyExcept(Characters) < 0;

    /// <summary>True for a word that may be a foreign name: katakana, or a word in Latin letters with a capital.</summary>
    /// <param name="key">The word, folded.</param>
    /// <param name="written">As it was written.</param>
    public static bool IsName(string key, string written) =>
        IsInKatakana(key) || (IsInLatin(key) && written.Length > 0 && char.IsUpper(written[0]));

    /// <summary>True for katakana long enough to be told from other names by their sound.</summary>
    public static bool IsInKatakana(string key) => key.Length >= ShortestKatakana && key.All(Scripts.IsKatakana);

    /// <summary>The same of Latin letters, folded.</summary>
    public static bool IsInLatin(string key) => key.Length >= ShortestLatin && key.All(char.IsAsciiLetterLower);
}

/// <summary>Finds names in a language that sound like a name, the most alike first, each with what it weighs.</summary>
delegate IEnumerable<(string Name, float Share)> NamesLike(string name, Language language);
