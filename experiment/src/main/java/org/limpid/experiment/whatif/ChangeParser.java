package org.limpid.experiment.whatif;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.limpid.data.JobId;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.models.tool.EditStep;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.Setting;
import org.limpid.simulation.policy.Values;
import org.limpid.simulation.run.Policies;

/** Reads changes as they are written on the command line, see {@code docs/what-if.md}. */
final class ChangeParser {
  private static final String OPTION = "--change";

  private final String text;
  private final List<String> words;

  private ChangeParser(String text) {
    this.text = text;
    words = List.of(text.strip().split("\\s+"));
  }

  /** What can be changed, and how it is written. */
  private enum Kind {
    NODES("nodes VC +N", "nodes VC +N or -N, perhaps with 'from TIME'"),
    DURATION("duration JOB SPAN", "duration JOB SPAN, such as 'duration 17 3h'"),
    ESTIMATE("estimate JOB SPAN", "estimate JOB SPAN, such as 'estimate 17 2h'"),
    PRIORITY("priority JOB X", "priority JOB GPU-SECONDS, such as 'priority 17 0'"),
    GPUS("gpus JOB N", "gpus JOB N with N of at least 1"),
    VC("vc JOB NAME", "vc JOB NAME"),
    SUBMIT("submit JOB TIME", "submit JOB TIME, such as 'submit 17 -2h'"),
    DEADLINE("deadline JOB TIME", "deadline JOB TIME, such as 'deadline 17 +2h'"),
    REMOVE("remove JOB", "remove JOB"),
    SHARING("sharing MODE", "sharing off, always or predicted"),
    ESTIMATES("estimates SOURCE", "estimates true, equal, lucid, qssf or FILE"),
    DISCIPLINE("discipline NAME", "discipline strict, backfill or easy"),
    TERM(
        "term FEATURE EDIT",
        "term FEATURE flat, monotone increasing, monotone decreasing, or FROM..TO SCORE");

    private final String form;
    private final String expected;

    Kind(String form, String expected) {
      this.form = form;
      this.expected = expected;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Change parse(String text) {
    return new ChangeParser(text).change();
  }

  private Change change() {
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(each -> each.word().equals(words.getFirst()))
            .findFirst()
            .orElseThrow(this::unknown);
    return switch (kind) {
      case NODES -> nodes();
      case DURATION -> new Change.Duration(job(kind), span(kind));
      case ESTIMATE -> new Change.Estimate(job(kind), span(kind));
      case PRIORITY -> new Change.Priority(job(kind), number(only(kind), kind));
      case GPUS -> new Change.Gpus(job(kind), positive(only(kind), kind));
      case VC -> new Change.Move(job(kind), only(kind));
      case SUBMIT -> new Change.Submit(job(kind), only(kind));
      case DEADLINE -> new Change.Deadline(job(kind), only(kind));
      case REMOVE -> remove();
      case SHARING -> sharing();
      case ESTIMATES -> new Change.Estimates(argument(kind));
      case DISCIPLINE -> discipline();
      case TERM -> term();
    };
  }

  private DataException unknown() {
    List<String> known = Arrays.stream(Kind.values()).map(Kind::word).toList();
    String forms =
        Arrays.stream(Kind.values()).map(kind -> kind.form).collect(Collectors.joining(", "));
    String hint =
        ClosestName.of(words.getFirst(), known).map("Maybe '%s' was meant."::formatted).orElse("");
    return problem("expected one of: " + forms, hint);
  }

  private Change nodes() {
    boolean timed = words.size() == 5 && words.get(3).equals("from");
    require(words.size() == 3 || timed, Kind.NODES);
    String count = words.get(2);
    require(count.matches("[+-]\\d{1,6}") && Integer.parseInt(count) != 0, Kind.NODES);
    return new Change.Nodes(
        words.get(1),
        Integer.parseInt(count),
        timed ? Optional.of(words.get(4)) : Optional.empty());
  }

  private Change remove() {
    require(words.size() == 2, Kind.REMOVE);
    return new Change.Remove(id(Kind.REMOVE));
  }

  private Change sharing() {
    String mode = argument(Kind.SHARING);
    String name = mode.equals("off") ? "never" : mode;
    return Policies.standard().options().stream()
        .filter(setting -> setting.name().equals(Kind.SHARING.word()))
        .flatMap(setting -> choice(setting, name).stream())
        .findFirst()
        .orElseThrow(() -> expected(Kind.SHARING));
  }

  private static <T> Optional<Change> choice(Setting<T> setting, String name) {
    return setting.values() instanceof Values.Choice<T> choice
        ? Optional.ofNullable(choice.byName().get(name))
            .map(value -> new Change.Choice<>(setting, value))
        : Optional.empty();
  }

  private Change discipline() {
    String name = argument(Kind.DISCIPLINE);
    return new Change.QueueDiscipline(
        Arrays.stream(Discipline.values())
            .filter(discipline -> discipline.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst()
            .orElseThrow(() -> expected(Kind.DISCIPLINE)));
  }

  /** The name of a feature may consist of several words, so the edit is looked for at the end. */
  private Change term() {
    int size = words.size();
    require(size >= 3, Kind.TERM);
    String last = words.getLast();
    String before = words.get(size - 2);
    if (last.equals("flat")) {
      return new Change.Term(new EditStep.Remove(feature(1)));
    }
    require(size >= 4, Kind.TERM);
    if (before.equals("monotone") && List.of("increasing", "decreasing").contains(last)) {
      OptionalInt direction = OptionalInt.of(last.equals("increasing") ? 1 : -1);
      return new Change.Term(new EditStep.Monotone(feature(2), direction));
    }
    int dots = before.indexOf("..");
    require(dots >= 0, Kind.TERM);
    double from = bound(before.substring(0, dots), Double.NEGATIVE_INFINITY);
    double to = bound(before.substring(dots + 2), Double.POSITIVE_INFINITY);
    require(from < to, Kind.TERM);
    return new Change.Term(new EditStep.SetRange(feature(2), from, to, number(last, Kind.TERM)));
  }

  private String feature(int wordsOfEdit) {
    return String.join(" ", words.subList(1, words.size() - wordsOfEdit));
  }

  private double bound(String word, double unlimited) {
    return word.isEmpty() ? unlimited : number(word, Kind.TERM);
  }

  private JobId job(Kind kind) {
    require(words.size() == 3, kind);
    return id(kind);
  }

  private JobId id(Kind kind) {
    return JobId.parse(words.get(1)).orElseThrow(() -> expected(kind));
  }

  private String only(Kind kind) {
    require(words.size() == 3, kind);
    return words.get(2);
  }

  private String argument(Kind kind) {
    require(words.size() == 2, kind);
    return words.get(1);
  }

  private long span(Kind kind) {
    long seconds = Spans.seconds(only(kind)).orElseThrow(() -> expected(kind));
    require(seconds > 0, kind);
    return seconds;
  }

  private int positive(String word, Kind kind) {
    require(word.matches("\\d{1,9}") && Integer.parseInt(word) > 0, kind);
    return Integer.parseInt(word);
  }

  private double number(String word, Kind kind) {
    try {
      double number = Double.parseDouble(word);
      require(Double.isFinite(number), kind);
      return number;
    } catch (NumberFormatException _) {
      throw expected(kind);
    }
  }

  private void require(boolean condition, Kind kind) {
    if (!condition) {
      throw expected(kind);
    }
  }

  private DataException expected(Kind kind) {
    return problem("expected " + kind.expected, "");
  }

  private DataException problem(String expected, String hint) {
    return new DataException(new Problem(OPTION, 0, "", text, expected, hint));
  }
}
