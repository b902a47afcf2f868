package org.limpid.results;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/**
 * The policies of a run whose results lie in its folder.
 *
 * @param names in the order of the run
 */
record RunPolicies(Path folder, RunDescription description, List<String> names) {
  private static final String RUN_BY_ARTIFACT =
      "run by simulators of published artifacts, which record less than this command needs";
  private static final String WITHOUT_ARTIFACT =
      "Maybe simulate without --reference; summary.csv and jobs.csv tell what there is.";

  static RunPolicies of(Path folder, RunDescription description) {
    return new RunPolicies(
        folder,
        description,
        description.policies().stream()
            .filter(policy -> !description.artifacts().containsKey(policy))
            .filter(policy -> Files.isRegularFile(folder.resolve(policy).resolve(RunFolder.JOBS)))
            .toList());
  }

  /** Fails where there is none. */
  void requireAny() {
    if (names.isEmpty() && !description.artifacts().isEmpty()) {
      throw new DataException(
          Problem.ofFile(folder, "all policies were " + RUN_BY_ARTIFACT, WITHOUT_ARTIFACT));
    }
    if (names.isEmpty()) {
      throw new DataException(
          Problem.ofFile(
              folder,
              "expected a folder with %s for each policy, found none".formatted(RunFolder.JOBS),
              "Maybe this was not written by 'limpid simulate'."));
    }
  }

  /** A policy that was run; {@code place} says where the name comes from. */
  String known(String place, String name) {
    if (description.artifacts().containsKey(name)) {
      throw new DataException(
          new Problem(place, 0, "", name, "this policy was " + RUN_BY_ARTIFACT, WITHOUT_ARTIFACT));
    }
    if (!names.contains(name)) {
      throw new DataException(
          new Problem(
              place, 0, "", name, "expected a policy of the run", ClosestName.hint(name, names)));
    }
    return name;
  }
}
