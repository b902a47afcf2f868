package org.limpid.experiment.adaptation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.files.Page;
import org.limpid.results.table.Numbers;

/** Rules and their comparison, for people and for programs. */
public final class RulesText {
  private static final int DECIMALS = 4;

  private RulesText() {}

  /** The rules on a page, and how they compare. */
  public static Page page(RulesComparison comparison) {
    Page page =
        new Page()
            .headline("Rules, the gain of each over doing nothing if the best followed:")
            .lines(rules(comparison.rules().rules()))
            .headline("In scenarios that they have not seen:")
            .table(1, standings(comparison.standings()));
    if (!comparison.pairs().isEmpty()) {
      page.headline("Share of the possible gain, learnt from the same scenarios, in all others:")
          .table(1, pairs(comparison.pairs()));
    }
    return page;
  }

  private static String rules(List<GrowthRules.Rule> rules) {
    StringBuilder text = new StringBuilder();
    for (GrowthRules.Rule rule : rules) {
      text.append(
          "  %s: %s (%s; %d states)\n"
              .formatted(
                  rule.conditions().isEmpty() ? "always" : String.join(" and ", rule.conditions()),
                  rule.words(),
                  "%s%s".formatted(rule.gain() > 0 ? "+" : "", number(rule.gain())),
                  rule.states()));
    }
    return text.toString();
  }

  private static List<List<String>> standings(List<Standing> standings) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("actions", "scenarios", "accuracy", "rank", "share of the possible gain"));
    for (Standing each : standings) {
      rows.add(
          List.of(
              each.method(),
              Integer.toString(each.scenarios()),
              number(each.accuracy()),
              Numbers.fixed(each.rank(), 1),
              Numbers.percent(each.gainShare())));
    }
    return rows;
  }

  private static List<List<String>> pairs(List<RulesComparison.Pair> pairs) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("network", "scenarios", "network", "rules", "one sequence"));
    for (RulesComparison.Pair pair : pairs) {
      rows.add(
          List.of(
              pair.network().method(),
              Integer.toString(pair.network().scenarios()),
              Numbers.percent(pair.network().gainShare()),
              Numbers.percent(pair.rules().gainShare()),
              Numbers.percent(pair.sequence().gainShare())));
    }
    return rows;
  }

  private static String number(double value) {
    return Numbers.fixed(value, DECIMALS);
  }

  /** The same for programs. */
  public static Map<String, Object> json(RulesComparison comparison) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("rules", comparison.rules().rules().stream().map(RulesText::json).toList());
    json.put("comparison", comparison.standings().stream().map(RulesText::json).toList());
    json.put("networks", comparison.pairs().stream().map(RulesText::json).toList());
    return json;
  }

  private static Map<String, Object> json(GrowthRules.Rule rule) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("conditions", rule.conditions());
    json.put("action", rule.action());
    json.put("words", rule.words());
    json.put("states", rule.states());
    json.put("gain", rule.gain());
    return json;
  }

  private static Map<String, Object> json(Standing standing) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("actions", standing.method());
    json.put("scenarios", standing.scenarios());
    json.put("accuracy", standing.accuracy());
    json.put("rank", standing.rank());
    json.put("gainShare", standing.gainShare());
    return json;
  }

  private static Map<String, Object> json(RulesComparison.Pair pair) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("network", json(pair.network()));
    json.put("rules", json(pair.rules()));
    json.put("oneSequence", json(pair.sequence()));
    return json;
  }
}
