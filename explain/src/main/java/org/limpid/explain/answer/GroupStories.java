package org.limpid.explain.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.limpid.explain.group.GroupStory;
import org.limpid.explain.group.GroupTeller;
import org.limpid.explain.group.GroupText;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.results.DecisionFile;
import org.limpid.results.JobFacts;
import org.limpid.results.RunPolicies;
import org.limpid.results.WaitFacts;

/** Answers why the jobs of a user or of a virtual cluster waited. */
public final class GroupStories {
  private GroupStories() {}

  /**
   * The answer to a question.
   *
   * @throws DataException if files are missing or wrong, or there is no such user or cluster
   */
  public static Answer answer(GroupQuestion question) {
    ExplainedRun run = ExplainedRun.open(question.run());
    RunPolicies.Chosen chosen = run.policy(question.policy());
    String policy = chosen.name();
    JobFacts facts = run.facts(policy);
    int[] rows = rows(question, facts);
    WaitFacts waits = WaitFacts.read(run.waits(policy), facts);
    try {
      GroupStory story =
          new GroupTeller(policy, run.decisions(policy, facts), facts, waits, run.calendar())
              .tell("%s %s".formatted(question.kind(), question.name()), rows);
      return new Answer(new GroupText(run.calendar()).text(story), json(story), chosen.notices());
    } catch (IllegalStateException broken) {
      throw DecisionFile.broken(run.decisionFile(policy), broken);
    }
  }

  private static int[] rows(GroupQuestion question, JobFacts facts) {
    return switch (question.kind()) {
      case USER -> known(question, facts.rowsOfUser(question.name()), facts.userNames());
      case VIRTUAL_CLUSTER ->
          known(question, facts.rowsOfVirtualCluster(question.name()), facts.virtualClusterNames());
    };
  }

  private static int[] known(GroupQuestion question, int[] rows, String[] names) {
    if (rows.length == 0) {
      throw new DataException(
          new Problem(
              question.run().toString(),
              0,
              "",
              question.name(),
              "expected a %s that has jobs".formatted(question.kind()),
              ClosestName.hint(question.name(), List.of(names))));
    }
    return rows;
  }

  private static Map<String, Object> json(GroupStory story) {
    Map<String, Long> waits = new LinkedHashMap<>();
    story.waits().forEach((cause, seconds) -> waits.put(cause.label(), seconds));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", story.name());
    map.put("policy", story.policy());
    map.put("jobs", story.jobs());
    map.put("waitingJobs", story.waitingJobs());
    map.put("queueSeconds", story.queueSeconds());
    map.put("meanSeconds", story.meanSeconds());
    map.put("waits", waits);
    map.put("days", story.days());
    map.put("hours", story.hours());
    map.put("longest", story.longest());
    map.put("holders", story.holders());
    return map;
  }
}
