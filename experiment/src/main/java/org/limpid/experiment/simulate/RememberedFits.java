package org.limpid.experiment.simulate;

import java.util.LinkedHashMap;
import java.util.Map;
import org.limpid.estimator.WorkloadTrainer;
import org.limpid.interpret.model.DataHash;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.Trainer;
import org.limpid.interpret.model.TrainingMonitor;
import org.limpid.interpret.model.TrainingSet;

/**
 * Keeps the last models that were trained: runs that differ only from some second on learn the same
 * from all that was before. The same data gives the same model, so it makes no difference but that
 * of time. Safe for several threads.
 */
final class RememberedFits {
  /** A run of a month trains four or five; the weeks after a change differ from try to try. */
  private static final int MOST_MODELS = 32;

  private final Map<String, Model> models =
      new LinkedHashMap<>(MOST_MODELS, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Model> eldest) {
          return size() > MOST_MODELS;
        }
      };

  /** A trainer with the same parameters that looks here first; always for the same parameters. */
  WorkloadTrainer of(WorkloadTrainer trainer) {
    return trainer.with(new Remembering(trainer.learner()));
  }

  private synchronized Model find(String hash) {
    return models.get(hash);
  }

  private synchronized void keep(String hash, Model model) {
    models.put(hash, model);
  }

  private final class Remembering implements Trainer<Model> {
    private final Trainer<?> trainer;

    Remembering(Trainer<?> trainer) {
      this.trainer = trainer;
    }

    @Override
    public String name() {
      return trainer.name();
    }

    @Override
    public Model train(TrainingSet data, TrainingMonitor monitor) {
      String hash = DataHash.of(data);
      Model known = find(hash);
      if (known != null) {
        return known;
      }
      Model trained = trainer.train(data, monitor);
      keep(hash, trained);
      return trained;
    }
  }
}
