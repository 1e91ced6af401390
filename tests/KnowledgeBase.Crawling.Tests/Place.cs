namespace KnowledgeBase.Crawling.Tests; public class PlaceTests { [Fact] public void Runs() => Assert.True(1+1==2); }
