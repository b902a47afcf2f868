package org.limpid.experiment.whatif;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.limpid.data.JobAttribute;
import org.limpid.data.JobId;
import org.limpid.data.Trace;
import org.limpid.data.VirtualCluster;
import org.limpid.data.replicate.Replica;
import org.limpid.experiment.simulate.ModelsSource;
import org.limpid.experiment.simulate.Scenario;
import org.limpid.files.ClosestName;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.files.Problems;
import org.limpid.models.tool.EditStep;
import org.limpid.simulation.policy.Discipline;
import org.limpid.simulation.policy.Durations;
import org.limpid.simulation.policy.Need;
import org.limpid.simulation.policy.NodeChange;
import org.limpid.simulation.policy.Policy;
import org.limpid.simulation.policy.PolicyDescription;
import org.limpid.simulation.policy.QueueKey;
import org.limpid.simulation.policy.Role;
import org.limpid.simulation.run.InputProblem;
import org.limpid.simulation.run.Policies;
import org.limpid.simulation.run.Simulator;

/** Makes changes to a run, each checked against what the run has. */
final class Changes {
  private static final String OPTION = "--change";

  private final FormerRun run;
  private final EditedRun edited;

  private Changes(FormerRun run, Policy policy, Replica base) {
    this.run = run;
    edited = new EditedRun(run, policy, base);
  }

  /**
   * A policy with its inputs after changes that were written by a user.
   *
   * @param base the jobs of the run, or a copy of them
   */
  static Simulator.Task parsed(FormerRun run, Policy policy, List<String> texts, Replica base) {
    Changes changes = new Changes(run, policy, base);
    Problems problems = new Problems();
    for (String text : texts) {
      try {
        changes.apply(ChangeParser.parse(text));
      } catch (DataException e) {
        problems.addAll(e);
      }
    }
    problems.throwIfAny();
    return changes.edited.task();
  }

  static Simulator.Task of(FormerRun run, Policy policy, Change change) {
    Changes changes = new Changes(run, policy, Replica.unchanged(run.data().trace()));
    changes.apply(change);
    return changes.edited.task();
  }

  private void apply(Change change) {
    switch (change) {
      case Change.Nodes nodes -> apply(nodes);
      case Change.Duration(var job, var seconds) ->
          change(job, old -> old.with(old.virtualCluster(), old.gpuCount(), seconds));
      case Change.Estimate(var job, var seconds) -> {
        requireJob(job);
        requireEstimates();
        edited.estimate(job, seconds);
      }
      case Change.Priority(var job, var gpuSeconds) -> {
        requireJob(job);
        requirePriority();
        edited.estimate(job, gpuSeconds / edited.job(job).gpuCount());
      }
      case Change.Gpus(var job, var count) -> {
        requireJob(job);
        requireRoom(count, edited.job(job).virtualCluster());
        change(job, old -> old.with(old.virtualCluster(), count, old.durationSeconds()));
      }
      case Change.Move(var job, var name) -> {
        requireJob(job);
        requireVirtualCluster(name);
        requireRoom(edited.job(job).gpuCount(), name);
        change(job, old -> old.with(name, old.gpuCount(), old.durationSeconds()));
      }
      case Change.Submit(var job, var time) -> {
        requireJob(job);
        edited.submit(job, submission(job, time));
      }
      case Change.Deadline(var job, var time) -> {
        requireJob(job);
        long deadline = deadline(job, time);
        change(job, old -> old.with(old.attributes().with(JobAttribute.DEADLINE, deadline)));
      }
      case Change.Remove(var job) -> {
        requireJob(job);
        edited.remove(job);
      }
      case Change.Choice<?> choice -> apply(choice);
      case Change.Estimates(var source) -> {
        requireEstimates();
        edited.scenario(scenario -> estimated(scenario, source));
      }
      case Change.QueueDiscipline(var discipline) -> apply(discipline);
      case Change.Term(var step) -> apply(step);
    }
  }

  private <T> void apply(Change.Choice<T> choice) {
    require(
        edited.policy().about().settings().contains(choice.setting()),
        choice.setting().label(),
        "expected something that can be chosen about policy %s".formatted(edited.policy().name()));
    edited.scenario(scenario -> scenario.with(choice.setting(), choice.value()));
  }

  private void apply(Change.Nodes nodes) {
    requireVirtualCluster(nodes.virtualCluster());
    require(
        edited.policy().about().role() != Role.BOUND,
        edited.policy().name(),
        "expected a policy with the nodes of the cluster; this one has as many as it needs");
    if (nodes.from().isPresent()) {
      long second = second(nodes.from().get());
      edited.addNodes(new NodeChange(nodes.virtualCluster(), second, nodes.count()));
      return;
    }
    int before = edited.nodeCount(nodes.virtualCluster());
    require(
        before + nodes.count() >= 1,
        Integer.toString(nodes.count()),
        "expected to leave a node in %s, which has %d".formatted(nodes.virtualCluster(), before));
    edited.addNodes(nodes.virtualCluster(), nodes.count());
  }

  private void apply(Discipline discipline) {
    String family = edited.policy().about().family();
    require(
        disciplined().contains(family),
        edited.policy().name(),
        "expected a policy with a queue discipline",
        "Maybe one of: %s.".formatted(String.join(", ", disciplined())));
    edited.policy(Policies.standard().named(discipline.nameOf(family)).orElseThrow());
  }

  /** Whether a policy lets nobody pass a job that can't be placed, and has a variant that does. */
  static boolean canBackfill(Policy policy) {
    return policy.about().discipline() == Discipline.STRICT
        && disciplined().contains(policy.about().family());
  }

  /** The policies that have variants under other disciplines than the strict one. */
  private static Set<String> disciplined() {
    return families(about -> about.discipline() != Discipline.STRICT);
  }

  private static Set<String> families(Predicate<PolicyDescription> condition) {
    return Policies.standard().all().stream()
        .map(Policy::about)
        .filter(condition)
        .map(PolicyDescription::family)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void apply(EditStep step) {
    if (!(run.predictions() instanceof ModelsSource models) || !edited.learns()) {
      throw problem(
          step.term(),
          "expected a run in which models estimate durations",
          "Maybe simulate with --models, under a policy such as %s."
              .formatted(Policies.standard().named(Role.SUBJECT).getFirst()));
    }
    List<String> features = models.durationFeatures(run.data());
    require(
        features.contains(step.term()),
        step.term(),
        "expected a feature of the models of durations",
        ClosestName.hint(step.term(), features));
    if (step instanceof EditStep.SetRange range && models.areDurationsOfFactors()) {
      require(
          range.score() > 0,
          Double.toString(range.score()),
          "expected a factor above 0, as effects of these models multiply",
          "Maybe 0.5, to halve estimates.");
    }
    edited.edit(step);
  }

  private static Scenario estimated(Scenario scenario, String source) {
    return switch (source) {
      case "true" -> scenario.with(Durations.SETTING, Durations.TRUE);
      case "equal" -> scenario.with(Durations.SETTING, Durations.ALL_EQUAL);
      default -> scenario.withEstimates(source);
    };
  }

  private void change(JobId job, UnaryOperator<Trace.Job> change) {
    requireJob(job);
    edited.change(job, change);
  }

  private long submission(JobId job, String time) {
    long second = isSpan(time) ? edited.job(job).submitSeconds() + span(time) : second(time);
    require(
        second >= run.data().startSecond(),
        time,
        "expected a submission at %s or later, when the run starts"
            .formatted(run.data().text(run.data().startSecond())));
    return second;
  }

  private static boolean isSpan(String time) {
    return time.matches("[+-].*");
  }

  private static long span(String time) {
    long span =
        Spans.seconds(time.substring(1))
            .orElseThrow(() -> problem(time, "expected a span such as -2h or +30m", ""));
    return time.startsWith("-") ? -span : span;
  }

  private long deadline(JobId job, String time) {
    require(
        edited
            .policy()
            .about()
            .attributes(edited.scenario().settings())
            .contains(JobAttribute.DEADLINE),
        edited.policy().name(),
        "expected a policy that looks at deadlines");
    Trace.Job old = edited.job(job);
    boolean isDue = old.attributes().has(JobAttribute.DEADLINE);
    require(
        isDue || !isSpan(time),
        time,
        "expected a point in time, as job %s has no deadline yet".formatted(job));
    long second =
        isSpan(time) ? old.attributes().number(JobAttribute.DEADLINE) + span(time) : second(time);
    require(
        second > old.submitSeconds(),
        time,
        "expected a deadline after the submission, which is at %s"
            .formatted(run.data().text(old.submitSeconds())));
    return second;
  }

  private long second(String time) {
    try {
      return run.data().second(OPTION, time);
    } catch (InputProblem _) {
      throw problem(
          time,
          "expected seconds since the origin, or a date-time like 2020-09-05 or 2020-09-05T13:30",
          "");
    }
  }

  private void requireJob(JobId job) {
    require(
        edited.hasJob(job),
        job.toString(),
        "expected a job of the run",
        "Maybe look for it in the column job_id of jobs.csv.");
  }

  private void requireVirtualCluster(String name) {
    List<String> known =
        run.data().cluster().virtualClusters().stream().map(VirtualCluster::name).toList();
    require(
        known.contains(name),
        name,
        "expected a virtual cluster of the run",
        ClosestName.hint(name, known));
  }

  private void requireRoom(int gpus, String virtualCluster) {
    int most = edited.gpuCount(virtualCluster);
    require(
        gpus <= most,
        Integer.toString(gpus),
        "expected at most %d GPUs, as many as %s has".formatted(most, virtualCluster));
  }

  private void requireEstimates() {
    require(
        edited.policy().needs().contains(Need.ESTIMATES),
        edited.policy().name(),
        "expected a policy that looks at estimates",
        among(
            Policies.standard().all().stream()
                .filter(policy -> policy.needs().contains(Need.ESTIMATES))
                .map(Policy::name)
                .toList()));
  }

  /** Where smaller estimated GPU time goes first. */
  private void requirePriority() {
    require(
        isByGpuTime(edited.policy().about()),
        edited.policy().name(),
        "expected a policy with priorities",
        "Maybe %s, in any discipline."
            .formatted(String.join(" or ", families(Changes::isByGpuTime))));
  }

  private static boolean isByGpuTime(PolicyDescription about) {
    return about.queueKey().equals(QueueKey.GPU_TIME);
  }

  private static String among(List<String> names) {
    return names.stream().collect(Collectors.joining(", ", "Maybe one of: ", "."));
  }

  private static void require(boolean condition, String found, String expected) {
    require(condition, found, expected, "");
  }

  private static void require(boolean condition, String found, String expected, String hint) {
    if (!condition) {
      throw problem(found, expected, hint);
    }
  }

  private static DataException problem(String found, String expected, String hint) {
    return new DataException(new Problem(OPTION, 0, "", found, expected, hint));
  }
}
