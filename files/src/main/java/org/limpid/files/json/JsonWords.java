package org.limpid.files.json;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what Jackson's parser says to those who write Java. */
final class JsonWords {
  private static final List<Rule> RULES =
      List.of(
          rule(
              "(?s)Unexpected character \\('(.)'.*",
              found -> "found '%s'".formatted(found.group(1))),
          rule("(?s)Unexpected character \\(.*", _ -> "found a character that can't stand here"),
          rule(
              "(?s)Unrecognized token '([^']*)'.*",
              found -> "found '%s'".formatted(found.group(1))),
          rule(
              "(?s)Duplicate .*property \"([^\"]*)\".*",
              found -> "found the key '%s' twice".formatted(found.group(1))),
          rule("(?s)Unexpected end-of-input.*", _ -> "found the end of the file"),
          rule("(?s).*[Nn]umber.*|.*numeric.*", _ -> "found a number of another form"),
          rule("(?s).*escape.*", _ -> "found an escape that JSON does not have"),
          rule(
              "(?s).*(?:depth|length|exceeds).*",
              _ -> "found what is too long or too deep to read"));

  private JsonWords() {}

  private record Rule(Pattern pattern, Function<MatchResult, String> words) {}

  private static Rule rule(String pattern, Function<MatchResult, String> words) {
    return new Rule(Pattern.compile(pattern), words);
  }

  /** What was expected and found; without the second where the message is an unknown one. */
  static String of(String message) {
    for (Rule rule : RULES) {
      Matcher matcher = rule.pattern().matcher(message);
      if (matcher.matches()) {
        return "expected JSON, " + rule.words().apply(matcher);
      }
    }
    return "expected JSON";
  }
}
