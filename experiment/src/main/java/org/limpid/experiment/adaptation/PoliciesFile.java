package org.limpid.experiment.adaptation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.adaptation.learning.GreedyEvaluation;
import org.limpid.adaptation.policy.Embeddings;
import org.limpid.adaptation.policy.PolicyNetwork;
import org.limpid.adaptation.policy.Vocabulary;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.data.io.CsvInput;
import org.limpid.data.io.CsvRow;
import org.limpid.data.io.CsvSchema;
import org.limpid.files.ClosestName;
import org.limpid.files.Problems;

/**
 * Reads a list of policies: a row for each with its {@code name}; the scenarios that it learnt
 * from, {@code learnt_from}, with blanks between them; its {@code weights} and {@code manifest},
 * files beside the list. And perhaps the names of policies above it, that which its learning {@code
 * began_with} and that whose weights it was {@code published_with}; and its learning {@code curve},
 * a file.
 */
public final class PoliciesFile {
  private static final CsvSchema SCHEMA =
      CsvSchema.of(
              List.of(Column.NAME, Column.LEARNT_FROM, Column.WEIGHTS, Column.MANIFEST),
              List.of(Column.BEGAN_WITH, Column.PUBLISHED_WITH, Column.CURVE))
          .ownFiles();

  private final Path file;
  private final Networks networks;
  private final List<Scenario> scenarios;
  private final Problems problems = new Problems();
  private final Map<String, ListedPolicy> policies = new LinkedHashMap<>();

  private enum Column {
    NAME,
    LEARNT_FROM,
    WEIGHTS,
    MANIFEST,
    BEGAN_WITH,
    PUBLISHED_WITH,
    CURVE
  }

  /** What all policies of a list have in common. */
  private record Networks(Embeddings embeddings, Vocabulary vocabulary) {}

  private PoliciesFile(Path file, Networks networks, List<Scenario> scenarios) {
    this.file = file;
    this.networks = networks;
    this.scenarios = scenarios;
  }

  /**
   * Reads all policies of a list and asks them in all scenarios.
   *
   * @param scenarios whose names the list may use
   * @throws org.limpid.files.DataException if a file can't be read, or the list names a scenario or
   *     a policy that is not there; with all problems of the list
   */
  public static List<ListedPolicy> read(
      Path file, Path vocabulary, Path embeddings, List<Scenario> scenarios) {
    Embeddings table = Embeddings.read(embeddings);
    Networks networks = new Networks(table, Vocabulary.read(vocabulary, table));
    return new PoliciesFile(file, networks, scenarios).read();
  }

  private List<ListedPolicy> read() {
    CsvInput.read(file, SCHEMA, problems, this::read);
    if (policies.isEmpty() && problems.isEmpty()) {
      problems.add(file, "expected policies, found none", "Maybe the file was cut.");
    }
    problems.throwIfAny();
    return List.copyOf(policies.values());
  }

  private void read(CsvRow row) {
    String name = row.requiredText(Column.NAME);
    List<String> learntFrom = List.of(row.requiredText(Column.LEARNT_FROM).split(" +"));
    String weights = row.requiredText(Column.WEIGHTS);
    String manifest = row.requiredText(Column.MANIFEST);
    Optional<String> beganWith = policyAbove(row, Column.BEGAN_WITH);
    Optional<String> publishedWith = policyAbove(row, Column.PUBLISHED_WITH);
    checkScenarios(row, learntFrom);
    if (row.isGood() && policies.containsKey(name)) {
      row.problem(Column.NAME, "expected each name once", "Maybe give it another name.");
    }
    if (row.isGood()) {
      policies.put(
          name,
          new ListedPolicy(
              name,
              learntFrom,
              beganWith,
              publishedWith,
              evaluations(weights, manifest),
              text(row, Column.CURVE)
                  .map(curve -> LearningCurve.read(file.resolveSibling(curve)))));
    }
  }

  private List<GreedyEvaluation> evaluations(String weights, String manifest) {
    PolicyNetwork policy =
        PolicyNetwork.read(
            file.resolveSibling(weights), file.resolveSibling(manifest), networks.embeddings());
    return GreedyEvaluation.ofAll(policy, networks.vocabulary(), scenarios);
  }

  private static Optional<String> text(CsvRow row, Column column) {
    return row.has(column) && !row.isEmpty(column)
        ? Optional.of(row.text(column))
        : Optional.empty();
  }

  private Optional<String> policyAbove(CsvRow row, Column column) {
    Optional<String> name = text(row, column);
    if (row.isGood() && name.filter(each -> !policies.containsKey(each)).isPresent()) {
      row.problem(
          column,
          "expected a policy that stands above",
          "Maybe move that policy up. " + ClosestName.hint(name.get(), policies.keySet()));
    }
    return name;
  }

  private void checkScenarios(CsvRow row, List<String> names) {
    List<String> known = new ArrayList<>();
    scenarios.forEach(scenario -> known.add(scenario.name()));
    for (String name : names) {
      if (row.isGood() && !known.contains(name)) {
        row.problem(
            Column.LEARNT_FROM,
            "expected scenarios of the trainings with blanks between them, found '%s'"
                .formatted(name),
            ClosestName.hint(name, known));
      }
    }
  }
}
