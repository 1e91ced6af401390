using System.Text;
using KnowledgeBase.Articles;

namespace KnowledgeBase.Reading.Bodies;

/// <summary>Writes a story block by block and notes where its marks stand.</summary>
sealed class BodyBuilder
{
    const string BetweenBlocks = "\n\n";

    readonly StringBuilder _text = new();
    readonly List<BodyMark> _marks = [];
    readonly Stack<OpenWords> _open = new();
    int _blockStart;
    bool _owesSpace;

    /// <summary>Adds words to the present block. White space of any sort is one space.</summary>
    public void Append(string text)
    {
        foreach (char c in PlainText.Clean(text))
        {
            if (char.IsWhiteSpace(c))
                _owesSpace = true;
            else
                AppendSeen(c);
        }
    }

    /// <summary>Adds the border between two cells of a table's row.</summary>
    public void AppendCellBorder()
    {
        _owesSpace = false;
        _text.Append('\t');
    }

    /// <summary>Adds what a line break in the source stands for: nothing between wide characters, else a space.</summary>
    public void AppendSoftBreak() =>
        _owesSpace |= _text.Length == _blockStart || !PlainText.IsWide(_text[^1]);

    /// <summary>Begins words of a kind within the block.</summary>
    public void Open(BodyMarkKind kind, string? target = null) => _open.Push(new(kind, target));

    /// <summary>Ends the words begun last.</summary>
    public void Close()
    {
        OpenWords words = _open.Pop();
        // What was begun in an earlier block ended there.
        if (words.Start >= _blockStart && _text.Length > words.Start)
            _marks.Add(new(words.Kind, TextSpan.Between(words.Start, _text.Length), words.Target));
    }

    /// <summary>Ends the block. A block without words leaves nothing.</summary>
    /// <param name="kind">What the block is; null for a plain paragraph.</param>
    public void EndBlock(BodyMarkKind? kind = null)
    {
        _owesSpace = false;
        if (!HasWords())
        {
            _text.Length = _blockStart;
            return;
        }
        foreach (OpenWords words in _open)
            EndIn(words);
        if (kind is { } known)
            _marks.Add(new(known, TextSpan.Between(_blockStart, _text.Length)));
        _text.Append(BetweenBlocks);
        _blockStart = _text.Length;
    }

    /// <summary>The story so far; the last block is ended.</summary>
    public StoryBody Build()
    {
        EndBlock();
        string text = _text.Length == 0 ? "" : _text.ToString(0, _text.Length - BetweenBlocks.Length);
        return new(text, [.. _marks.OrderBy(mark => mark.Span.Start).ThenByDescending(mark => mark.Span.Length).ThenBy(mark => mark.Kind)]);
    }

    bool HasWords()
    {
        for (int i = _text.Length - 1; i >= _blockStart; i--)
        {
            if (_text[i] != '\t')
                return true;
        }
        return false;
    }

    void AppendSeen(char c)
    {
        if (_owesSpace && _text.Length > _blockStart && _text[^1] != '\t')
            _text.Append(' ');
        _owesSpace = false;
        foreach (OpenWords words in _open)
        {
            if (words.Start < _blockStart)
                words.Start = _text.Length;
        }
        _text.Append(c);
    }

    void EndIn(OpenWords words)
    {
        if (words.Start >= _blockStart && _text.Length > words.Start)
            _marks.Add(new(words.Kind, TextSpan.Between(words.Start, _text.Length), words.Target));
        words.Start = -1;
    }

    sealed class OpenWords(BodyMarkKind kind, string? target)
    {
        public BodyMarkKind Kind { get; } = kind;

        public string? Target { get; } = target;

        public int Start { get; set; } = -1;
    }
}
