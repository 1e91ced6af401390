using System.Globalization;
using KnowledgeBase.Reading.Metadata;

namespace KnowledgeBase.Reading.Tests.Metadata;

public class DateTextTests
{
    [Theory]
    [InlineData("2023-09-15", "2023-09-15")]
    [InlineData("2023/9/15", "2023-09-15")]
    [InlineData("2023.09.15", "2023-09-15")]
    [InlineData("20230915", "2023-09-15")]
    [InlineData("20230915093000", "2023-09-15")]
    [InlineData("2023年9月15日", "2023-09-15")]
    [InlineData("２０２３年９月１５日", "2023-09-15")]
    [InlineData("来源：新华社 2023年09月15日", "2023-09-15")]
    [InlineData("令和5年9月15日", "2023-09-15")]
    [InlineData("令和元年５月１日", "2019-05-01")]
    [InlineData("二〇二三年九月十五日", "2023-09-15")]
    [InlineData("二○二三年十月二十一日", "2023-10-21")]
    [InlineData("令和五年九月十五日", "2023-09-15")]
    [InlineData("民國112年9月15日", "2023-09-15")]
    [InlineData("平成30年12月4日（火）", "2018-12-04")]
    [InlineData("Sept. 15, 2023", "2023-09-15")]
    [InlineData("September 15th, 2023", "2023-09-15")]
    [InlineData("15 September 2023", "2023-09-15")]
    [InlineData("Friday, 15 Sep 2023", "2023-09-15")]
    [InlineData("2023 Sep 15", "2023-09-15")]
    [InlineData("viernes 15 de septiembre de 2023", "2023-09-15")]
    [InlineData("15. Dezember 2023", "2023-12-15")]
    [InlineData("15.9.2023", "2023-09-15")]
    [InlineData("09/15/2023", "2023-09-15")]
    [InlineData("15/09/2023", "2023-09-15")]
    public void A_date_is_found_as_it_is_written_in_three_languages(string text, string day) =>
        Assert.Equal(day, DateText.Find(text)?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2023-09-15T23:30:00+09:00", "2023-09-15 14:30")]
    [InlineData("2023-09-15T23:30:05.123Z", "2023-09-15 23:30")]
    [InlineData("2023-09-15 09:30 JST", "2023-09-15 00:30")]
    [InlineData("15 Sep 2023 09:30 JST", "2023-09-15 00:30")]
    [InlineData("Fri, 15 Sep 2023 09:30:00 GMT", "2023-09-15 09:30")]
    [InlineData("September 15, 2023 at 9:30 p.m. EDT", "2023-09-16 01:30")]
    [InlineData("2023-09-15T09:30:00-0500", "2023-09-15 14:30")]
    [InlineData("Sep 15 2023 09:30 GMT+8", "2023-09-15 01:30")]
    [InlineData("2023-09-15 09:30 UTC+09:00", "2023-09-15 00:30")]
    public void A_time_with_its_zone_is_a_moment(string text, string utc) =>
        Assert.Equal(utc, DateText.Find(text)?.Moment(null)?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2023年9月15日 9時30分", "09:30")]
    [InlineData("2023年9月15日（金）午後1時05分", "13:05")]
    [InlineData("2023年09月15日08:04", "08:04")]
    [InlineData("2023年9月15日 下午3:20", "15:20")]
    public void A_time_without_zone_is_by_the_clock_of_the_publisher(string text, string time)
    {
        FoundDate? date = DateText.Find(text);

        Assert.Equal(time, date?.Time?.ToString("HH:mm", CultureInfo.InvariantCulture));
        Assert.Null(date?.Moment(null));
        Assert.Equal(TimeSpan.Zero, date?.Moment(TimeSpan.FromHours(9))?.Offset);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("no date")]
    [InlineData("2023-13-40")]
    [InlineData("2023-02-30")]
    [InlineData("Copyright 2023")]
    [InlineData("tel 03-2023-0915")]
    [InlineData("令和99年99月99日")]
    [InlineData("1234567890123456789012345678901234567890")]
    public void What_is_no_day_of_the_calendar_is_no_date(string? text) => Assert.Null(DateText.Find(text));

    [Fact]
    public void The_first_of_several_dates_counts() =>
        Assert.Equal(new DateOnly(2023, 9, 15), DateText.Find("Published 15 Sep 2023, updated 2023-10-01")?.Day);

    [Fact]
    public void A_moment_in_UTC_is_another_day_on_a_calendar_in_Tokyo() =>
        Assert.Equal("2023-09-16", DateText.Find("2023-09-15T16:00:00Z")?.DayAt(TimeSpan.FromHours(9)).ToString());

    [Fact]
    public void A_day_with_its_own_zone_stays_that_day() =>
        Assert.Equal("2023-09-15", DateText.Find("2023-09-15T23:00:00-05:00")?.DayAt(TimeSpan.FromHours(9)).ToString());
}
