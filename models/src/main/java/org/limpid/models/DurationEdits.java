package org.limpid.models;

import java.util.List;
import org.limpid.estimator.DurationScale;
import org.limpid.estimator.JobDurationModel;
import org.limpid.estimator.WorkloadTrainer;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.edit.EbmEditor;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;
import org.limpid.models.tool.EditStep;
import org.limpid.models.tool.ModelEdit;

/**
 * Changes by hand of models of durations. A model that lacks the term of a change stays as it is.
 * What the scores of a range are set to is in seconds for models of seconds, and a factor for
 * models of factors; those of a model of logarithms are not set.
 *
 * @param steps in the order in which they are made
 */
public record DurationEdits(List<EditStep> steps) {
  public DurationEdits {
    steps = List.copyOf(steps);
  }

  /** A trainer whose models are changed as soon as they are trained. */
  public WorkloadTrainer after(WorkloadTrainer trainer) {
    return steps.isEmpty()
        ? trainer
        : trainer.with(new Editing(trainer.learner(), trainer.scale()));
  }

  /** A trained model with all changes. */
  public JobDurationModel of(JobDurationModel trained) {
    return new JobDurationModel(
        edited(trained.model(), trained.scale()),
        trained.scale(),
        trained.calibration(),
        trained.features(),
        trained.longestSeconds(),
        trained.firstSubmission(),
        trained.lastSubmission(),
        trained.leftOut());
  }

  private Model edited(Model model, DurationScale scale) {
    if (!(model instanceof EbmModel machine)) {
      return model;
    }
    EbmModel changed = machine;
    for (EditStep step : steps) {
      if (changed.term(step.term()).isPresent()
          && !(step instanceof EditStep.SetRange && scale == DurationScale.LOGARITHM)) {
        changed = withPairs(ModelEdit.changed(changed, onScale(step, scale)), step);
      }
    }
    return changed;
  }

  private static EditStep onScale(EditStep step, DurationScale scale) {
    return step instanceof EditStep.SetRange(var term, var from, var to, var factor)
            && scale.isOfFactors()
        ? new EditStep.SetRange(term, from, to, StrictMath.log(factor))
        : step;
  }

  /** Estimates rise or fall with a feature only where its pairs do not go against it. */
  private static EbmModel withPairs(EbmModel model, EditStep step) {
    return step instanceof EditStep.Monotone(var term, var sign) && sign.isPresent()
        ? EbmEditor.of(model).makePairsFollow(term, ModelEdit.direction(sign)).model()
        : model;
  }

  private final class Editing implements Trainer<Model> {
    private final Trainer<?> trainer;
    private final DurationScale scale;

    Editing(Trainer<?> trainer, DurationScale scale) {
      this.trainer = trainer;
      this.scale = scale;
    }

    @Override
    public String name() {
      return trainer.name();
    }

    @Override
    public Model train(TrainingSet data, TrainingMonitor monitor) {
      return edited(trainer.train(data, monitor), scale);
    }
  }
}
