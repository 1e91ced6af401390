namespace KnowledgeBase.Crawling.Warc;

/// <summary>A part of a file as a stream of its own. It seeks before each read, so that several readers can share the file in turn.</summary>
sealed class StreamPart(Stream whole, long start, long end) : Stream
{
    long _at = start;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        whole.Position = _at;
        int read = whole.Read(buffer[..(int)Math.Min(buffer.Length, end - _at)]);
        _at += read;
        return read;
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        whole.Position = _at;
        int read = await whole.ReadAsync(buffer[..(int)Math.Min(buffer.Length, end - _at)], cancellationToken);
        _at += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
