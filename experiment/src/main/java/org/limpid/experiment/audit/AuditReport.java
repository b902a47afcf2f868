package org.limpid.experiment.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.data.Trace;
import org.limpid.estimator.JobDurationModel;
import org.limpid.files.Page;
import org.limpid.files.Words;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.text.QuotedNames;

/**
 * What wrong estimates cost in a run.
 *
 * @param policy its name
 * @param trace its jobs
 * @param costs what each estimate cost
 * @param features where estimates are off, the one that is most off where it costs first
 * @param terms of the model
 * @param notices what should be known beside the tables, one sentence each
 */
public record AuditReport(
    String policy,
    Trace trace,
    EstimateCosts costs,
    List<FeatureAudit> features,
    Terms terms,
    List<String> notices) {
  private static final int SHOWN_JOBS = 10;
  private static final int SHOWN_FEATURES = 10;

  /** Ranges that the JSON names of each feature. */
  private static final int LISTED_RANGES = 50;

  public AuditReport {
    features = List.copyOf(features);
    notices = List.copyOf(notices);
  }

  /**
   * Rows of the jobs whose estimates cost others most, costliest first; those of no cost left out.
   */
  public List<Integer> costliest(int most) {
    return IntStream.range(0, costs.size())
        .boxed()
        .filter(row -> costs.secondsToOthers(row) > 0)
        .sorted(Comparator.comparingDouble(costs::secondsToOthers).reversed())
        .limit(most)
        .toList();
  }

  /**
   * The report for people: the answer, then the jobs and features that cost most.
   *
   * @param all whether all of them are shown
   */
  public Page toPage(boolean all) {
    Page page = new Page();
    sentences().forEach(page::sentences);
    if (costs.wrongSeconds() > 0) {
      page.headline("Jobs whose estimates cost others most")
          .table(3, jobTable(costliest(all ? costs.size() : SHOWN_JOBS)));
      page.headline("Where estimates are off, weighted by what that cost")
          .table(2, featureTable(all ? features.size() : SHOWN_FEATURES));
    }
    return page;
  }

  /** The answer, a sentence a line. */
  private List<String> sentences() {
    List<String> sentences = new ArrayList<>(List.of(waits(), wrongOrder()));
    if (costs.wrongSeconds() > 0) {
      sentences.add(advice());
    }
    return sentences;
  }

  private String waits() {
    return "Under %s jobs waited %s in sum, %s of it behind jobs that came later."
        .formatted(
            policy,
            Words.roughly(costs.waitSeconds()),
            percent(costs.behindSeconds(), costs.waitSeconds()));
  }

  private String wrongOrder() {
    if (costs.wrongSeconds() == 0) {
      return "None of that was in the wrong order: no estimate made anybody wait.";
    }
    List<Integer> first = costliest(1);
    String job =
        first.isEmpty()
            ? ""
            : " Job %s alone cost others %s."
                .formatted(
                    trace.jobId(first.getFirst()),
                    Words.roughly(costs.secondsToOthers(first.getFirst())));
    return "%s of that (%s) was in the wrong order, by wrong estimates.%s"
        .formatted(
            percent(costs.wrongSeconds(), costs.behindSeconds()),
            Words.roughly(costs.wrongSeconds()),
            job);
  }

  private static String percent(double part, double all) {
    return Words.percent(part, all);
  }

  private List<List<String>> jobTable(List<Integer> rows) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("job", "user", "VC", "GPUs", "estimated", "took", "others waited", "others"));
    for (int row : rows) {
      table.add(
          List.of(
              trace.jobId(row).toString(),
              trace.user(row),
              trace.virtualCluster(row),
              Words.number(trace.gpuCount(row)),
              Words.roughly(costs.estimatedSeconds(row)),
              Words.roughly(trace.durationSeconds(row)),
              Words.roughly(costs.secondsToOthers(row)),
              Words.number(costs.victims(row))));
    }
    return table;
  }

  private List<List<String>> featureTable(int most) {
    List<List<String>> table = new ArrayList<>();
    table.add(
        List.of(
            "feature",
            "costliest range",
            "off by",
            "jobs",
            "of all jobs",
            "of the cost",
            "took / estimated"));
    int jobs = jobsWithEstimates();
    for (FeatureAudit feature : features.stream().limit(most).toList()) {
      FeatureAudit.Range range = feature.ranges().getFirst();
      table.add(
          List.of(
              feature.feature(),
              range.name(),
              "x " + Words.number(Math.exp(feature.bias()), 2),
              Words.number(range.jobs()),
              percent(range.jobs(), jobs),
              percent(range.costSeconds(), costs.wrongSeconds()),
              "x " + Words.number(range.factor(), 2)));
    }
    return table;
  }

  private int jobsWithEstimates() {
    return features.isEmpty()
        ? 0
        : features.getFirst().ranges().stream().mapToInt(FeatureAudit.Range::jobs).sum();
  }

  /** Which term to look at, and how. */
  private String advice() {
    if (features.isEmpty()) {
      return "All jobs look the same to the model.";
    }
    String first =
        features.stream()
            .map(FeatureAudit::feature)
            .filter(feature -> terms.model().isEmpty() || !terms.of(feature).isEmpty())
            .findFirst()
            .orElse(features.getFirst().feature());
    List<String> own = terms.of(first);
    if (own.isEmpty()) {
      return "Look first at %s. With --models the terms of the model are named.".formatted(first);
    }
    return "Look first at the term '%s': limpid plot shape --models %s --term '%s' --out figures"
        .formatted(own.getFirst(), terms.folder().orElseThrow(), own.getFirst());
  }

  /** All of it as JSON: every job with a cost, every feature with its ranges. */
  public Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("answer", sentences());
    json.put("policy", policy);
    json.put("waitSeconds", costs.waitSeconds());
    json.put("behindSeconds", costs.behindSeconds());
    json.put("wrongSeconds", costs.wrongSeconds());
    json.put("jobs", costliest(costs.size()).stream().map(this::json).toList());
    json.put("features", features.stream().map(this::json).toList());
    return json;
  }

  private Map<String, Object> json(int row) {
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("job", trace.jobId(row));
    job.put("user", trace.user(row));
    job.put("vc", trace.virtualCluster(row));
    job.put("gpus", trace.gpuCount(row));
    job.put("estimatedSeconds", costs.estimatedSeconds(row));
    job.put("durationSeconds", trace.durationSeconds(row));
    job.put("secondsToOthers", costs.secondsToOthers(row));
    job.put("secondsToItself", costs.secondsToItself(row));
    job.put("victims", costs.victims(row));
    return job;
  }

  private Map<String, Object> json(FeatureAudit feature) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("feature", feature.feature());
    map.put("bias", feature.bias());
    map.put("terms", terms.of(feature.feature()));
    List<Object> ranges = new ArrayList<>();
    for (FeatureAudit.Range range : feature.ranges().stream().limit(LISTED_RANGES).toList()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("range", range.name());
      each.put("jobs", range.jobs());
      each.put("costSeconds", range.costSeconds());
      each.put("logError", range.logError());
      ranges.add(each);
    }
    map.put("ranges", ranges);
    return map;
  }

  /** The terms of a model of durations, by the features that they are of. */
  record Terms(Optional<EbmModel> model, Optional<Path> folder) {
    static Terms of(Optional<Path> folder, Optional<JobDurationModel> model) {
      return new Terms(
          model
              .map(JobDurationModel::model)
              .filter(EbmModel.class::isInstance)
              .map(EbmModel.class::cast),
          folder);
    }

    /** Names of the terms that a feature is part of. */
    List<String> of(String feature) {
      return model
          .map(ebm ->
              ebm.terms().stream()
                  .map(ebm::name)
                  .filter(name ->
                      QuotedNames.split(name, QuotedNames.AND).stream()
                          .map(QuotedNames::name)
                          .anyMatch(feature::equals))
                  .toList())
          .orElse(List.of());
    }
  }
}
