package org.limpid.analyzer;

import java.util.List;
import java.util.Map;
import org.limpid.analyzer.label.ShareRule;
import org.limpid.data.Profiles;
import org.limpid.data.Profiles.SingleProfile;
import org.limpid.data.Workload;

/** Which share scores are learnt. */
public enum LabelSource {
  /** Those of the profiles, for example made by hand. */
  GIVEN,
  /** Those of the rule on measured pairs; workloads in no pair are not learnt from. */
  RULE,
  /** Those of the rule; workloads in no pair are heavy, as in the artifact. */
  RULE_UNMEASURED_HEAVY;

  /** The profiles with these scores; workloads without a score are left out, pairs are not. */
  public Profiles apply(Profiles profiles) {
    if (this == GIVEN) {
      return profiles;
    }
    List<Workload> workloads =
        profiles.singles().stream().map(single -> single.profile().workload()).toList();
    Map<Workload, Integer> scores =
        ShareRule.scores(workloads, profiles.pairs(), this == RULE_UNMEASURED_HEAVY);
    return new Profiles(
        profiles.singles().stream()
            .filter(single -> scores.containsKey(single.profile().workload()))
            .map(single ->
                new SingleProfile(single.profile(), scores.get(single.profile().workload())))
            .toList(),
        profiles.pairs());
  }
}
