System.Console.WriteLine("kb");
