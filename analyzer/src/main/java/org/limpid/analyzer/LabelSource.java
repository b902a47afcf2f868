package org.limpid.analyzer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.limpid.analyzer.label.ShareRule;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Workload;

/** Which share scores are learnt. */
public enum LabelSource {
  /** Those of the profiles, for example made by hand. */
  GIVEN("given", null),
  /** Those of the rule on measured pairs; workloads in no pair are not learnt from. */
  RULE("rule", ShareRule.MEASURED_ONLY),
  /** Those of the rule; workloads in no pair are heavy, as in the artifact. */
  RULE_UNMEASURED_HEAVY("rule-unmeasured-heavy", ShareRule.UNMEASURED_HEAVY);

  private final String label;
  private final ShareRule rule;

  LabelSource(String label, ShareRule rule) {
    this.label = label;
    this.rule = rule;
  }

  /** The name on the command line. */
  public String label() {
    return label;
  }

  /** The source with this name. */
  public static Optional<LabelSource> named(String label) {
    return Arrays.stream(values()).filter(source -> source.label.equals(label)).findFirst();
  }

  /** The profiles with these scores; workloads without a score are left out, pairs are not. */
  public Profiles apply(Profiles profiles) {
    if (rule == null) {
      return profiles;
    }
    List<Workload> workloads =
        profiles.singles().stream().map(single -> single.profile().workload()).toList();
    Map<Workload, Integer> scores = rule.scores(workloads, profiles.pairs());
    return new Profiles(
        profiles.singles().stream()
            .filter(single -> scores.containsKey(single.profile().workload()))
            .map(single ->
                new SingleProfile(single.profile(), scores.get(single.profile().workload())))
            .toList(),
        profiles.pairs());
  }
}
