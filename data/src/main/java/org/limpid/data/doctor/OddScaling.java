package org.limpid.data.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.limpid.data.JobAttribute;
import org.limpid.data.ScalingCurves;
import org.limpid.data.Trace;
import org.limpid.data.io.ScalingWarnings;
import org.limpid.files.Problem;

/** What {@code limpid data check} warns of in the table of scaling curves. */
final class OddScaling extends Check {
  /** Those that are told; of the others only their number. */
  private static final int SHOWN = 5;

  OddScaling() {
    super(
        "odd-scaling",
        Severity.MEDIUM,
        "Elastic policies give jobs GPUs that don't help them, or withhold some that would.");
  }

  @Override
  Optional<Symptom> look(Subject subject) {
    List<Problem> warnings = ScalingWarnings.of(subject.reader());
    return warnings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Symptom(
                List.of(),
                warnings.size(),
                warnings.stream()
                    .limit(SHOWN)
                    .map(each -> "Line %d: %s.".formatted(each.line(), each.message()))
                    .collect(
                        Collectors.joining(
                            " ", "In " + subject.reader().description().scaling() + ". ", "")),
                mended(
                    subject,
                    "It lowers most_gpus to where a curve is sound. A curve that is not from its"
                        + " first number of GPUs on is left out, and its jobs are rigid.")));
  }

  @Override
  void mend(Subject subject, Mending mending) {
    ScalingCurves sound = SoundCurves.of(subject.reader().scaling());
    mending.scaling(sound);
    mending.change((row, job) ->
        subject.has(JobAttribute.SCALING, row)
                && sound.find(subject.optional().text(JobAttribute.SCALING, row)).isEmpty()
            ? rigid(job)
            : job);
  }

  private static Trace.Job rigid(Trace.Job job) {
    return job.with(
        job.attributes()
            .with(JobAttribute.SCALING, null)
            .with(JobAttribute.ITERATIONS, null)
            .with(JobAttribute.MIN_GPU_NUM, null)
            .with(JobAttribute.MAX_GPU_NUM, null));
  }
}
