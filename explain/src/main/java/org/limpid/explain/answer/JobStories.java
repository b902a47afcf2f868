package org.limpid.explain.answer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.limpid.experiment.simulate.RunOptions;
import org.limpid.explain.story.SharingFacts;
import org.limpid.explain.story.Story;
import org.limpid.explain.story.StoryEvent;
import org.limpid.explain.story.StoryTeller;
import org.limpid.explain.story.StoryText;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.results.DecisionFile;
import org.limpid.results.JobFacts;
import org.limpid.results.RunPolicies;
import org.limpid.simulation.decision.DecisionLog;
import org.limpid.simulation.policy.Semantics;

/** Answers why single jobs waited. */
public final class JobStories {
  private JobStories() {}

  /**
   * The answer to a question.
   *
   * @throws DataException if files are missing or wrong, or there is no such job
   */
  public static Answer answer(JobQuestion question) {
    ExplainedRun run = ExplainedRun.open(question.run());
    RunPolicies.Chosen chosen = run.policy(question.policy());
    Asked asked = Asked.of(run, chosen.name(), question.job());
    Story story = withEstimate(told(asked, question), asked, question);
    String text = new StoryText(run.calendar(), question.mostSegments()).text(story);
    return new Answer(text, StoryJson.of(story, run.calendar()), chosen.notices());
  }

  /** What is read once for a question. */
  private record Asked(
      ExplainedRun run,
      String policy,
      RunOptions options,
      DecisionLog log,
      JobFacts facts,
      int row) {
    static Asked of(ExplainedRun run, String policy, long job) {
      JobFacts facts = run.facts(policy);
      DecisionLog log = run.decisions(policy, facts);
      int row = facts.rowOf(job).orElseThrow(() -> unknown(run, facts, job));
      return new Asked(run, policy, run.options(), log, facts, row);
    }

    private static DataException unknown(ExplainedRun run, JobFacts facts, long job) {
      long[] ids = IntStream.range(0, facts.size()).mapToLong(facts::id).toArray();
      List<String> known = LongStream.of(ids).mapToObj(Long::toString).toList();
      return new DataException(
          new Problem(
              run.description().dataset(),
              0,
              "",
              Long.toString(job),
              "expected one of %,d jobs with numbers from %d to %d"
                  .formatted(
                      ids.length,
                      LongStream.of(ids).min().orElse(0),
                      LongStream.of(ids).max().orElse(0)),
              ClosestName.of(Long.toString(job), known)
                  .map("Maybe '%s' was meant."::formatted)
                  .orElse("")));
    }

    Story tell(Optional<SharingFacts.Memory> memory) {
      SharingFacts sharing =
          new SharingFacts(
              options.lucid().sharingLimit(),
              options.semantics().has(Semantics.Mend.SURVIVOR_RECOVERS),
              memory);
      try {
        return new StoryTeller(policy, log, facts, sharing, EstimateSource.of(run, options, policy))
            .tell(row);
      } catch (IllegalStateException broken) {
        throw DecisionFile.broken(run.decisionFile(policy), broken);
      }
    }
  }

  /** The data set is read only where its memory matters. */
  private static Story told(Asked asked, JobQuestion question) {
    Story story = asked.tell(Optional.empty());
    boolean memoryMatters =
        story.events().stream()
            .anyMatch(event ->
                event instanceof StoryEvent.SharingRefused refused
                    && refused.counts().memory() > 0);
    if (!memoryMatters) {
      return story;
    }
    Optional<SharingFacts.Memory> memory =
        WorkloadMemory.of(asked.run(), question.data(), asked.options(), asked.facts());
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
        EstimateQuestion.of(
            asked.run(), asked.options(), question.models().get(), question.data(), asked.log());
    return story.withEstimate(models.answer(story.estimate().get(), asked.row(), second));
  }
}
