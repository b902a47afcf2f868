package org.limpid.experiment.fidelity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.experiment.fidelity.PolicyFidelity.CauseShare;
import org.limpid.experiment.fidelity.PolicyFidelity.Group;
import org.limpid.experiment.fidelity.WaitComparison.Waits;
import org.limpid.files.Page;
import org.limpid.files.Words;
import org.limpid.results.table.ReportTable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How near simulated waits are to those of reality.
 *
 * @param notCompared jobs whose real wait is not known, or that are not to be counted
 * @param reality what the simulation doesn't do as reality did
 * @param policies one per policy, in the order asked for
 * @param notices what should be known beside, one sentence each
 */
public record FidelityReport(
    int notCompared, RealityFacts reality, List<PolicyFidelity> policies, List<String> notices) {
  private static final double HOUR = 3600;
  private static final int DECIMALS = 2;

  public FidelityReport {
    policies = List.copyOf(policies);
    notices = List.copyOf(notices);
  }

  /** The report for people: the answer, then groups, then what explains the difference. */
  public Page toPage() {
    Page page = new Page();
    policies.forEach(each -> page.sentences(sentence(each)));
    page.headline("Waits").table(1, waits());
    for (PolicyFidelity each : policies) {
      page.headline("%s by size and by virtual cluster".formatted(each.policy()))
          .table(1, groups(each));
      page.headline("What explains the difference of %s".formatted(each.policy()))
          .table(1, causes(each));
    }
    page.headline("What to know of reality");
    reality.sentences().forEach(page::sentences);
    if (notCompared > 0) {
      page.sentences("Not compared: %s.".formatted(Words.count(notCompared, "job")));
    }
    return page;
  }

  private static String sentence(PolicyFidelity each) {
    WaitComparison all = each.all();
    return "Under %s %s wait %s on average, in reality %s. KS distance %s, rank correlation %s."
        .formatted(
            each.policy(),
            Words.count(all.jobs(), "job"),
            Words.roughly(all.simulated().mean()),
            Words.roughly(all.real().mean()),
            decimal(all.ksDistance()),
            correlation(all));
  }

  private static String decimal(double value) {
    return Words.number(value, DECIMALS);
  }

  private static String correlation(WaitComparison waits) {
    return waits.rankCorrelation().isPresent()
        ? decimal(waits.rankCorrelation().getAsDouble())
        : "unknown";
  }

  private List<List<String>> waits() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "jobs", "mean", "median", "90 %", "99 %", "KS distance", "rank corr."));
    for (PolicyFidelity each : policies) {
      rows.add(row("reality", each.all(), each.all().real(), "", ""));
      rows.add(
          row(
              each.policy(),
              each.all(),
              each.all().simulated(),
              decimal(each.all().ksDistance()),
              correlation(each.all())));
    }
    return rows.stream().distinct().toList();
  }

  private static List<String> row(
      String name, WaitComparison all, Waits waits, String distance, String correlation) {
    return List.of(
        name,
        Words.number(all.jobs()),
        Words.roughly(waits.mean()),
        Words.roughly(waits.median()),
        Words.roughly(waits.p90()),
        Words.roughly(waits.p99()),
        distance,
        correlation);
  }

  private static List<List<String>> groups(PolicyFidelity policy) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "",
            "jobs",
            "real mean",
            "simulated",
            "real median",
            "simulated",
            "real 99 %",
            "simulated",
            "KS distance",
            "rank corr."));
    policy.bySize().forEach(each -> rows.add(row(each)));
    policy.byVirtualCluster().forEach(each -> rows.add(row(each)));
    return rows;
  }

  private static List<String> row(Group group) {
    Waits real = group.waits().real();
    Waits simulated = group.waits().simulated();
    return List.of(
        group.name(),
        Words.number(group.waits().jobs()),
        Words.roughly(real.mean()),
        Words.roughly(simulated.mean()),
        Words.roughly(real.median()),
        Words.roughly(simulated.median()),
        Words.roughly(real.p99()),
        Words.roughly(simulated.p99()),
        decimal(group.waits().ksDistance()),
        correlation(group.waits()));
  }

  private static List<List<String>> causes(PolicyFidelity policy) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "jobs", "hours of waiting"));
    for (CauseShare each : policy.causes()) {
      rows.add(
          List.of(
              "%s: %s"
                  .formatted(
                      each.cause().isLongerInReality() ? "longer in reality" : "longer simulated",
                      each.cause().words()),
              Words.number(each.jobs()),
              Words.number(each.seconds() / HOUR, 0)));
    }
    return rows;
  }

  /** All groups of all policies, times in seconds, as in {@code waits_by_group.csv}. */
  ReportTable groups() {
    ReportTable table =
        new ReportTable(
            "waits by group",
            "policy",
            "by",
            "group",
            "jobs",
            "real_mean",
            "simulated_mean",
            "real_median",
            "simulated_median",
            "real_p90",
            "simulated_p90",
            "real_p99",
            "simulated_p99",
            "ks_distance",
            "rank_correlation");
    for (PolicyFidelity each : policies) {
      add(table, each.policy(), "all", new Group("", each.all()));
      each.bySize().forEach(group -> add(table, each.policy(), "size", group));
      each.byVirtualCluster().forEach(group -> add(table, each.policy(), "vc", group));
    }
    return table;
  }

  private static void add(ReportTable table, String policy, String by, Group group) {
    Waits real = group.waits().real();
    Waits simulated = group.waits().simulated();
    table.row(
        policy,
        by,
        group.name(),
        group.waits().jobs(),
        real.mean(),
        simulated.mean(),
        real.median(),
        simulated.median(),
        real.p90(),
        simulated.p90(),
        real.p99(),
        simulated.p99(),
        group.waits().ksDistance(),
        group.waits().rankCorrelation().orElse(Double.NaN));
  }

  /** What explains the differences, as in {@code causes.csv}. */
  ReportTable causes() {
    ReportTable table = new ReportTable("causes", "policy", "cause", "jobs", "seconds");
    policies.forEach(policy ->
        policy
            .causes()
            .forEach(each ->
                table.row(policy.policy(), each.cause().label(), each.jobs(), each.seconds())));
    return table;
  }

  /** All figures as JSON. */
  public String toJson() {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("notCompared", notCompared);
    report.put("reality", reality);
    report.put("policies", policies);
    report.put("notices", notices);
    return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(report);
  }
}
