package org.limpid.explain.answer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.WorkloadProfile;
import org.limpid.data.io.DatasetReader;
import org.limpid.explain.story.Story;
import org.limpid.explain.story.StoryAnswer;
import org.limpid.explain.story.StoryEvent;
import org.limpid.explain.story.StoryText;
import org.limpid.explain.text.Calendar;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.results.JobTable;
import org.limpid.results.RunData;
import org.limpid.results.RunFolder;
import org.limpid.simulation.event.DecisionLog;
import org.limpid.simulation.policy.RunFacts;
import org.limpid.simulation.waiting.WaitCause;

/** Answers why single jobs waited. */
public final class JobStories {
  /** Times of waiting that text tells one by one unless all are asked for. */
  private static final int FEW_SEGMENTS = 8;

  private JobStories() {}

  /**
   * The answer to a question.
   *
   * @throws DataException if files are missing or wrong, or there is no such job
   */
  public static Answer answer(JobQuestion question) {
    ExplainedRun run = ExplainedRun.open(question.run());
    RunFolder.Chosen chosen = run.folder().choose(question.policy());
    Asked asked = Asked.of(run, chosen.name(), question.job());
    Story story = withEstimate(told(asked, question), asked, question);
    JobHelp help = JobHelp.of(story, question, run, asked.jobs().size());
    StoryText text =
        question.all()
            ? StoryText.whole(run.calendar())
            : new StoryText(run.calendar(), FEW_SEGMENTS);
    return new Answer(
        text.page(story, help.sentence()), json(story, help, run.calendar()), chosen.notices());
  }

  /** What is read once for a question. */
  private record Asked(ExplainedRun run, String policy, DecisionLog log, JobTable jobs, int row) {
    static Asked of(ExplainedRun run, String policy, JobId job) {
      JobTable jobs = run.folder().numberedJobs(policy);
      DecisionLog log = run.folder().decisions(policy, jobs);
      int row = jobs.rowOf(job).orElseThrow(() -> unknown(run, jobs, job));
      return new Asked(run, policy, log, jobs, row);
    }

    private static DataException unknown(ExplainedRun run, JobTable jobs, JobId job) {
      List<JobId> ids = IntStream.range(0, jobs.size()).mapToObj(jobs::id).sorted().toList();
      List<String> known = ids.stream().map(JobId::toString).toList();
      return new DataException(
          new Problem(
              run.folder().description().dataset(),
              0,
              "",
              job.toString(),
              "expected one of %,d jobs with numbers from %s to %s"
                  .formatted(ids.size(), ids.getFirst(), ids.getLast()),
              ClosestName.of(job.toString(), known)
                  .map("Maybe '%s' was meant."::formatted)
                  .orElse("")));
    }

    Story tell(Optional<RunFacts.Memory> memory) {
      try {
        return run.teller(policy, jobs, log, memory).tell(row);
      } catch (IllegalStateException broken) {
        throw run.folder().brokenDecisions(policy, broken);
      }
    }
  }

  /** The data set is read only where its memory matters. */
  private static Story told(Asked asked, JobQuestion question) {
    Story story = asked.tell(Optional.empty());
    boolean memoryMatters =
        story.events().stream()
            .anyMatch(
                event -> event instanceof StoryEvent.Noted noted && noted.note().lacksMemory());
    if (!memoryMatters) {
      return story;
    }
    Optional<RunFacts.Memory> memory = memory(asked.run(), question.data(), asked.jobs());
    return memory.isEmpty() ? story : asked.tell(memory);
  }

  private static Story withEstimate(Story story, Asked asked, JobQuestion question) {
    if (question.models().isEmpty() || story.estimate().isEmpty()) {
      return story;
    }
    long second =
        story.events().stream()
            .filter(StoryEvent.Queued.class::isInstance)
            .mapToLong(StoryEvent::second)
            .min()
            .orElseThrow();
    EstimateQuestion models =
        EstimateQuestion.of(asked.run(), question.models().get(), question.data(), asked.log());
    return story.withEstimate(models.answer(story.estimate().get(), asked.row(), second));
  }

  /** The GPU memory of the jobs; empty if the data set is not given, and gone or changed. */
  private static Optional<RunFacts.Memory> memory(
      ExplainedRun run, Optional<Path> given, JobTable jobs) {
    return RunData.found(run.folder().description(), given)
        .filter(reader -> !reader.trace().workloadProfiles().isEmpty())
        .map(reader -> memory(reader, jobs));
  }

  private static RunFacts.Memory memory(DatasetReader reader, JobTable jobs) {
    Trace trace = reader.trace();
    Map<JobId, Double> byJob = new HashMap<>();
    for (int row = 0; row < trace.size(); row++) {
      WorkloadProfile profile = trace.workloadProfile(row);
      byJob.put(trace.jobId(row), profile == null ? Double.NaN : profile.memoryMib());
    }
    return new RunFacts.Memory(
        reader.cluster().gpuMemoryMib(), row -> byJob.getOrDefault(jobs.id(row), Double.NaN));
  }

  /** Times are seconds, and dates beside those of events. */
  private static Map<String, Object> json(Story story, JobHelp help, Calendar calendar) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("answer", answer(story, help));
    map.put("job", story.job());
    map.put("virtualCluster", story.virtualCluster());
    map.put("policy", story.policy());
    map.put("origin", calendar.origin().toString());
    map.put("submitSecond", story.submitSecond());
    map.put("endSecond", story.endSecond());
    map.put("queueSeconds", story.queueSeconds());
    map.put("preemptions", story.preemptions());
    map.put("overtakenBy", story.overtakenBy());
    map.put("remarks", story.remarks());
    map.put("estimate", story.estimate().orElse(null));
    map.put("waits", Answer.byLabel(story.waits()));
    map.put("events", story.events().stream().map(event -> json(event, calendar)).toList());
    return map;
  }

  private static Map<String, Object> answer(Story story, JobHelp help) {
    StoryAnswer answer = new StoryAnswer(story);
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("sentences", List.of(answer.howLong(), answer.why(), help.sentence()));
    map.put("queueSeconds", story.queueSeconds());
    map.put("runSeconds", story.runSeconds());
    map.put("jctSeconds", story.endSecond() - story.submitSecond());
    map.put("mainCause", answer.mainCause().map(WaitCause::label).orElse(null));
    map.put("mainCauseSeconds", answer.mainCause().map(story.waits()::get).orElse(0L));
    map.put("help", help.json());
    return map;
  }

  private static Map<String, Object> json(StoryEvent event, Calendar calendar) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("event", event.label());
    map.put("second", event.second());
    map.put("time", calendar.text(event.second()));
    map.put("details", event instanceof StoryEvent.Noted noted ? noted.note() : event);
    return map;
  }
}
