package org.limpid.workbench.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a question.
 *
 * @param text as it was written, without quotes
 */
record Token(Kind kind, String text) {
  /** Behind the last one. */
  static final Token END = new Token(Kind.END, "end");

  enum Kind {
    /** A name, or a text without quotes: {@code fifo-easy}. */
    WORD,
    /** A number, perhaps with a unit of time: {@code 8}, {@code 1.5h}. */
    NUMBER,
    /** A text in quotes of either kind. */
    TEXT,
    /** {@code <=}, {@code |}, {@code (}. */
    SIGN,
    END
  }

  private static final Pattern PIECE =
      Pattern.compile(
          "(?<word>[\\p{L}_][\\p{L}\\p{N}_.-]*)"
              + "|(?<number>\\d+(\\.\\d+)?(s|min|h|d)?(?![\\p{L}\\p{N}_]))"
              + "|'(?<single>[^']*)'|\"(?<double>[^\"]*)\""
              + "|(?<sign><=|>=|!=|[-=<>(),:|])");

  /** The pieces of a question, without white space. */
  static List<Token> of(String question) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = PIECE.matcher(question);
    int at = 0;
    while (at < question.length()) {
      if (Character.isWhitespace(question.charAt(at))) {
        at++;
      } else if (matcher.find(at) && matcher.start() == at) {
        tokens.add(of(matcher));
        at = matcher.end();
      } else {
        throw QueryProblem.of(
            question.substring(at),
            "expected a name, a number or a sign",
            "Maybe put a text in quotes: '2-4'.");
      }
    }
    return tokens;
  }

  private static Token of(Matcher matcher) {
    if (matcher.group("word") != null) {
      return new Token(Kind.WORD, matcher.group("word"));
    }
    if (matcher.group("number") != null) {
      return new Token(Kind.NUMBER, matcher.group("number"));
    }
    if (matcher.group("sign") != null) {
      return new Token(Kind.SIGN, matcher.group("sign"));
    }
    String single = matcher.group("single");
    return new Token(Kind.TEXT, single != null ? single : matcher.group("double"));
  }

  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
  }
}
