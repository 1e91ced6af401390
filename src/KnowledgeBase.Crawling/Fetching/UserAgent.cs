using System.Net.Mail;

namespace KnowledgeBase.Crawling.Fetching;

/// <summary>How the crawler introduces itself.</summary>
/// <param name="Text">The header User-Agent.</param>
/// <param name="From">The header From; null when the contact is no mail address.</param>
sealed record UserAgent(string Text, string? From)
{
    /// <summary>The name robots.txt knows us by (RFC 9309, 2.2.1).</summary>
    public const string Product = "KnowledgeBaseBot";

    /// <summary>The introduction with a contact, or null when the contact is neither a mail nor a web address.</summary>
    public static UserAgent? Find(string contact)
    {
        contact = contact.Trim();
        bool isPlain = contact.Length is > 0 and <= 200 && contact.All(c => c is > ' ' and < (char)127 and not ('(' or ')' or '<' or '>' or '"' or '\\'));
        bool isWeb = Uri.TryCreate(contact, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https";
        bool isMail = !isWeb && MailAddress.TryCreate(contact, out _);
        return isPlain && (isWeb || isMail) ? new($"{Product}/1.0 (+{contact})", isMail ? contact : null) : null;
    }
}
