package org.limpid.experiment.adaptation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.limpid.adaptation.learning.GreedyEvaluation;
import org.limpid.adaptation.trainings.ActionSequence;
import org.limpid.adaptation.trainings.Scenario;
import org.limpid.files.AtomicFolder;
import org.limpid.results.table.ReportTable;

/** What policies reach in all scenarios, how they learnt, and what was published of them. */
public final class AdaptationReview {
  /** How the folder is marked. */
  public static final String KIND = "report of growing networks";

  /** The table of all evaluations. */
  public static final String EVALUATIONS = "evaluations.csv";

  private AdaptationReview() {}

  /**
   * What is reviewed.
   *
   * @param scenarios with their trainings
   * @param policies with what they do in each scenario
   * @param rules what rules from the other scenarios do in each one; empty: there are no others
   */
  public record Result(
      List<Scenario> scenarios, List<ListedPolicy> policies, List<ActionSequence> rules) {
    public Result {
      scenarios = List.copyOf(scenarios);
      policies = List.copyOf(policies);
      rules = List.copyOf(rules);
    }

    /** Policies that began with others, beside such as didn't. */
    public List<Transfer> transfers() {
      return Transfer.all(policies);
    }

    /** All evaluations where the publication took the weights of another policy. */
    public List<Correction> corrections() {
      List<Correction> corrections = new ArrayList<>();
      for (ListedPolicy policy : policies) {
        for (int i = 0; i < scenarios.size(); i++) {
          Optional<GreedyEvaluation> published = published(policy, i);
          if (published.isPresent()) {
            corrections.add(
                new Correction(policy.name(), published.get(), policy.evaluations().get(i)));
          }
        }
      }
      return corrections;
    }

    /** What was published in the place of an evaluation, if that is another policy's. */
    private Optional<GreedyEvaluation> published(ListedPolicy policy, int scenario) {
      return policy
          .publishedWith()
          .flatMap(name -> policies.stream().filter(each -> each.name().equals(name)).findFirst())
          .map(other -> other.evaluations().get(scenario));
    }

    /** Accuracy and rank of each policy in each scenario. */
    public String toText() {
      return table(this).aligned();
    }

    /** The same for programs. */
    public Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("evaluations", policies.stream().flatMap(Result::json).toList());
      json.put("transfers", transfers().stream().map(Result::json).toList());
      return json;
    }

    private static Stream<Map<String, Object>> json(ListedPolicy policy) {
      return policy.evaluations().stream()
          .map(each -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("policy", policy.name());
            json.put("scenario", each.scenario().name());
            json.put("actions", each.actions().toString());
            json.put("accuracy", each.accuracy());
            json.put("rank", each.rank());
            return json;
          });
    }

    private static Map<String, Object> json(Transfer transfer) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("policy", transfer.policy().name());
      json.put("fromScratch", transfer.fromScratch().name());
      json.put("jumpStart", transfer.jumpStart());
      json.put("endGain", transfer.endGain());
      return json;
    }
  }

  /**
   * An evaluation that was published of another policy's weights.
   *
   * @param policy whose name it was published under
   * @param published with the weights of the other policy
   * @param own with its own
   */
  public record Correction(String policy, GreedyEvaluation published, GreedyEvaluation own) {}

  /**
   * Writes a review into a folder. Either all files are there in the end, or none.
   *
   * @param drawing draws the figures into the folder
   * @throws org.limpid.files.DataException if a file can't be written
   */
  public static Result write(
      List<Scenario> scenarios,
      List<ListedPolicy> policies,
      Path out,
      boolean overwrite,
      BiConsumer<Result, Path> drawing) {
    Objects.requireNonNull(drawing, "drawing");
    try (AtomicFolder folder = AtomicFolder.begin(out, KIND, overwrite)) {
      Result result = new Result(scenarios, policies, GrowthRules.fromOthers(scenarios));
      table(result).writeCsv(folder.path().resolve(EVALUATIONS));
      drawing.accept(result, folder.path());
      folder.commit();
      return result;
    }
  }

  private static ReportTable table(Result result) {
    ReportTable table =
        new ReportTable(
            "evaluations",
            "policy",
            "scenario",
            "learnt",
            "actions",
            "accuracy",
            "rank",
            "best",
            "random",
            "no_growth");
    for (ListedPolicy policy : result.policies()) {
      for (GreedyEvaluation each : policy.evaluations()) {
        Scenario scenario = each.scenario();
        table.row(
            policy.name(),
            scenario.name(),
            policy.knows(scenario) ? "yes" : "no",
            each.actions().toString(),
            each.accuracy(),
            each.rank(),
            scenario.accuracy(scenario.ranking().getFirst()),
            Standing.meanAccuracy(scenario),
            scenario.accuracy(ActionSequence.NOTHING));
      }
    }
    return table;
  }
}
