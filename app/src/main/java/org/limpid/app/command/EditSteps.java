package org.limpid.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Stack;
import org.limpid.interpret.text.NumberText;
import org.limpid.interpret.text.QuotedNames;
import org.limpid.models.tool.EditStep;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Changes of a model as options name them, in the order of the command line, which picocli forgets
 * between different options.
 */
final class EditSteps implements IParameterConsumer {
  static final String REMOVE = "--remove";
  static final String SCALE = "--scale";
  static final String SET = "--set";
  static final String MONOTONE = "--monotone";

  @Override
  public void consumeParameters(Stack<String> words, ArgSpec argument, CommandSpec command) {
    String option = ((OptionSpec) argument).longestName();
    if (words.isEmpty()) {
      throw new ParameterException(
          command.commandLine(),
          "Missing required parameter for option '%s' (%s)"
              .formatted(option, argument.paramLabel()));
    }
    try {
      EditStep step = step(option, words.pop());
      ((ModelEditCommand) command.userObject()).add(step);
      argument.setValue(with(argument.getValue(), step));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(),
          "Invalid value for option '%s': %s".formatted(option, e.getMessage()),
          e);
    }
  }

  /** So that picocli knows that the option was given. */
  private static List<EditStep> with(List<EditStep> before, EditStep step) {
    List<EditStep> longer = new ArrayList<>(before == null ? List.of() : before);
    longer.add(step);
    return longer;
  }

  /**
   * @throws IllegalArgumentException if the word does not say what the option needs
   */
  static EditStep step(String option, String word) {
    return switch (option) {
      case REMOVE -> new EditStep.Remove(word);
      case SCALE -> scale(word);
      case SET -> set(word);
      case MONOTONE -> monotone(word);
      default -> throw new IllegalStateException(option);
    };
  }

  private static EditStep scale(String word) {
    String expected = "expected TERM=FACTOR";
    int sign = place(sign('=', word, word.length()), expected, word);
    return new EditStep.Scale(word.substring(0, sign), number(word.substring(sign + 1), expected));
  }

  private static EditStep set(String word) {
    String expected = "expected TERM:FROM..TO=SCORE or TERM:CATEGORY=SCORE";
    int sign = place(sign('=', word, word.length()), expected, word);
    int colon = place(sign(':', word, sign), expected, word);
    String term = word.substring(0, colon);
    String where = word.substring(colon + 1, sign);
    double score = number(word.substring(sign + 1), expected);
    int dots = QuotedNames.isQuoted(where) ? -1 : where.indexOf("..");
    if (dots < 0) {
      return new EditStep.SetCategory(term, QuotedNames.unquoted(where), score);
    }
    double from = limit(where.substring(0, dots), Double.NEGATIVE_INFINITY, expected);
    double to = limit(where.substring(dots + 2), Double.POSITIVE_INFINITY, expected);
    if (from >= to) {
      throw new IllegalArgumentException(
          "expected a range from a smaller to a larger number, found '%s'".formatted(where));
    }
    return new EditStep.SetRange(term, from, to, score);
  }

  private static EditStep monotone(String word) {
    boolean rises = word.endsWith(":+");
    if (!rises && !word.endsWith(":-")) {
      return new EditStep.Monotone(word, OptionalInt.empty());
    }
    return new EditStep.Monotone(
        word.substring(0, word.length() - 2), OptionalInt.of(rises ? 1 : -1));
  }

  /** Where a sign stands last that is in no name in quotes. */
  private static int sign(char sign, String word, int end) {
    return QuotedNames.lastIndexOf(word, sign, end);
  }

  private static double limit(String text, double unlimited, String expected) {
    return text.isBlank() ? unlimited : number(text, expected);
  }

  private static int place(int index, String expected, String word) {
    if (index < 1) {
      throw new IllegalArgumentException("%s, found '%s'".formatted(expected, word));
    }
    return index;
  }

  private static double number(String text, String expected) {
    try {
      double number = NumberText.parse(text.strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException _) {
      // Said below.
    }
    throw new IllegalArgumentException("%s with numbers, found '%s'".formatted(expected, text));
  }
}
