package org.limpid.explain.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.limpid.explain.group.GroupAnswer;
import org.limpid.explain.group.GroupStory;
import org.limpid.explain.group.GroupTeller;
import org.limpid.explain.group.GroupText;
import org.limpid.explain.text.Calendar;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.results.JobTable;
import org.limpid.results.NameColumn;
import org.limpid.results.RunFolder;
import org.limpid.results.WaitTable;

/** Answers why the jobs of a user or of a virtual cluster waited. */
public final class GroupStories {
  private GroupStories() {}

  /**
   * The answer to a question.
   *
   * @throws DataException if files are missing or wrong, or there is no such user or cluster
   */
  public static Answer answer(GroupQuestion question) {
    RunFolder run = RunFolder.open(question.run());
    RunFolder.Chosen chosen = run.choose(question.policy());
    String policy = chosen.name();
    JobTable jobs = run.numberedJobs(policy);
    int[] rows = rows(question, jobs);
    WaitTable waits = run.waits(policy, jobs);
    Calendar calendar = ExplainedRun.calendar(run);
    try {
      GroupStory story =
          new GroupTeller(policy, run.decisions(policy, jobs), jobs, waits, calendar)
              .tell("%s %s".formatted(question.kind(), question.name()), rows);
      return new Answer(
          GroupText.page(story, calendar, question.all()), json(story), chosen.notices());
    } catch (IllegalStateException broken) {
      throw run.brokenDecisions(policy, broken);
    }
  }

  private static int[] rows(GroupQuestion question, JobTable jobs) {
    NameColumn names =
        switch (question.kind()) {
          case USER -> jobs.users();
          case VIRTUAL_CLUSTER -> jobs.virtualClusters();
        };
    int[] rows = names.rowsOf(question.name());
    if (rows.length == 0) {
      throw new DataException(
          new Problem(
              question.run().toString(),
              0,
              "",
              question.name(),
              "expected a %s that has jobs".formatted(question.kind()),
              ClosestName.hint(question.name(), names.sortedNames())));
    }
    return rows;
  }

  private static Map<String, Object> json(GroupStory story) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("answer", new GroupAnswer(story).sentences());
    map.put("name", story.name());
    map.put("policy", story.policy());
    map.put("jobs", story.jobs());
    map.put("waitingJobs", story.waitingJobs());
    map.put("queueSeconds", story.queueSeconds());
    map.put("meanSeconds", story.meanSeconds());
    map.put("waits", Answer.byLabel(story.waits()));
    map.put("days", story.days());
    map.put("hours", story.hours());
    map.put("longest", story.longest());
    map.put("holders", story.holders());
    return map;
  }
}
