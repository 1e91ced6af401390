namespace KnowledgeBase.Search.Embedded;

/// <summary>How many neighbouring articles are looked at together, so that their scores stay near the processor.</summary>
static class HitWindow
{
    /// <summary>A multiple of 64. 16,384 scores take 64 KB.</summary>
    public const int Size = 16_384;
}
