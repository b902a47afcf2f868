package org.limpid.app.explain;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.limpid.app.simulate.Span;
import org.limpid.files.Problems;
import org.limpid.files.json.JsonFile;
import org.limpid.files.json.JsonSection;
import org.limpid.simulation.policy.LucidOptions;
import org.limpid.simulation.policy.Semantics;

/**
 * The options of a run that explanations need.
 *
 * @param survivorRecovers whether the job that is left of a pair is alone again
 * @param estimates name or file of estimates that were asked for
 * @param sharingLimit largest sum of share scores
 * @param memoryMarginMib memory of each shared GPU that stays free
 * @param span which submissions were simulated
 */
record RunOptions(
    boolean survivorRecovers,
    Optional<String> estimates,
    int sharingLimit,
    int memoryMarginMib,
    Span span) {
  /** Reads {@code run.json}. */
  static RunOptions read(Path file) {
    Problems problems = new Problems();
    RunOptions options;
    try (JsonSection run = new JsonSection(file.toString(), problems, JsonFile.read(file));
        JsonSection section = run.section("options")) {
      options = of(section);
      section.ignore(section.unknown().toArray(String[]::new));
      run.ignore(run.unknown().toArray(String[]::new));
    }
    problems.throwIfAny();
    return options;
  }

  private static RunOptions of(JsonSection options) {
    LucidOptions standard = LucidOptions.standard();
    List<String> mended = options.texts("mended");
    return new RunOptions(
        mended.contains(Semantics.Mend.SURVIVOR_RECOVERS.label()),
        options.optionalText("estimates"),
        number(options, "sharingLimit", standard.sharingLimit()),
        number(options, "memoryMarginMib", standard.memoryMarginMib()),
        new Span(options.optionalText("from"), options.optionalText("to"), Optional.empty()));
  }

  private static int number(JsonSection options, String key, int otherwise) {
    return options.has(key) ? (int) options.wholeNumber(key, 0, Integer.MAX_VALUE) : otherwise;
  }
}
