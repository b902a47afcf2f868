package org.limpid.data.doctor;

import java.util.List;
import java.util.stream.Collectors;
import org.limpid.files.Words;

/** Renders findings as plain text. */
public final class FindingText {
  private FindingText() {}

  /** The findings with a blank line between them; lines end with a line feed. */
  public static String of(List<Finding> findings) {
    return findings.stream().map(FindingText::of).collect(Collectors.joining("\n"));
  }

  private static String of(Finding finding) {
    return "%s (%s)\n".formatted(finding.name(), finding.severity().label())
        + "  "
        + finding.message()
        + "\n"
        + lines(finding)
        + "  In a simulation: "
        + finding.effect()
        + "\n  To mend it: "
        + finding.remedy()
        + "\n  "
        + finding.change()
        + "\n";
  }

  private static String lines(Finding finding) {
    if (finding.lines().isEmpty()) {
      return finding.isRefusal() ? "  In %s.\n".formatted(finding.file()) : "";
    }
    String numbers = Words.list(finding.lines().stream().map(Object::toString).toList());
    String others =
        finding.count() > finding.lines().size()
            ? ", and more of %,d".formatted(finding.count())
            : "";
    return "  In %s: line %s%s.\n".formatted(finding.file(), numbers, others);
  }
}
