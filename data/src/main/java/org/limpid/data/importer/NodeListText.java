package org.limpid.data.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of nodes as Slurm shortens them: {@code n[001-003,7],login2}. */
final class NodeListText {
  /** More nodes than any job has. */
  private static final int MOST = 65_536;

  private static final int MOST_BRACKETS = 8;
  private static final Pattern BRACKETS = Pattern.compile("([^\\[\\]]*)\\[([^\\[\\]]*)\\](.*)");
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

  /** A comma that stands outside of brackets. */
  private static final String BETWEEN_NAMES = ",(?![^\\[]*\\])";

  private NodeListText() {}

  /**
   * All names, in order.
   *
   * @return empty where the text is no such list, or has more names than a job has nodes
   */
  static Optional<List<String>> expand(String text) {
    List<String> names = new ArrayList<>();
    for (String part : text.split(BETWEEN_NAMES)) {
      boolean isShort = part.chars().filter(each -> each == '[').count() <= MOST_BRACKETS;
      if (!isShort || !expand("", part.strip(), names)) {
        return Optional.empty();
      }
    }
    return Optional.of(names);
  }

  private static boolean expand(String before, String rest, List<String> names) {
    Matcher brackets = BRACKETS.matcher(rest);
    if (!brackets.matches()) {
      boolean isName = !rest.contains("[") && !rest.contains("]") && !(before + rest).isEmpty();
      return isName && names.size() < MOST && names.add(before + rest);
    }
    for (String range : brackets.group(2).split(",", -1)) {
      Matcher bounds = RANGE.matcher(range);
      if (!bounds.matches()
          || !expand(before + brackets.group(1), bounds, brackets.group(3), names)) {
        return false;
      }
    }
    return true;
  }

  /** Numbers have as many digits as the first one, with zeros before them. */
  private static boolean expand(String before, Matcher bounds, String rest, List<String> names) {
    String first = bounds.group(1);
    int last = Integer.parseInt(bounds.group(2) == null ? first : bounds.group(2));
    for (int number = Integer.parseInt(first); number <= last; number++) {
      String digits = ("%0" + first.length() + "d").formatted(number);
      if (!expand(before + digits, rest, names)) {
        return false;
      }
    }
    return true;
  }
}
