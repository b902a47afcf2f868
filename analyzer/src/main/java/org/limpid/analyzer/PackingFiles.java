package org.limpid.analyzer;

import java.nio.file.Path;
import java.util.Optional;
import org.limpid.analyzer.pair.PairSpeedModel;
import org.limpid.analyzer.score.ModelScores;
import org.limpid.files.AtomicFiles;
import org.limpid.files.DataException;
import org.limpid.files.Problem;
import org.limpid.interpret.ebm.EbmModel;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.tree.TreeModel;

/** The models of sharing as files of a folder, each with its provenance. */
public final class PackingFiles {
  /** The tree. */
  public static final String TREE = "share-score-tree.json";

  /** The EBM of classes. */
  public static final String EBM = "share-score-ebm.json";

  /** The EBM of the score as a number. */
  public static final String ORDINAL = "share-score-ordinal.json";

  /** The EBM of the rates of pairs; not there if there was no such model. */
  public static final String PAIR_SPEEDS = "pair-speeds.json";

  private PackingFiles() {}

  /**
   * Writes all models; files of others in the folder stay.
   *
   * @param folder exists
   * @throws DataException if a file cannot be written
   */
  public static void write(PackingModels models, Path folder) {
    write(models.tree().model(), folder.resolve(TREE));
    write(models.ebm().model(), folder.resolve(EBM));
    write(models.ordinal().model(), folder.resolve(ORDINAL));
    models.pairSpeeds().ifPresent(pairs -> write(pairs.ebm(), folder.resolve(PAIR_SPEEDS)));
  }

  private static void write(Model model, Path file) {
    AtomicFiles.write(file, out -> ModelJson.write(model, out));
  }

  /**
   * Reads the models.
   *
   * @param pairs whether {@link #PAIR_SPEEDS} is one of them
   * @throws DataException if a file is missing, or is no such model
   */
  public static PackingModels read(Path folder, boolean pairs) {
    return new PackingModels(
        ModelScores.of(read(folder.resolve(TREE), TreeModel.class)),
        ModelScores.of(read(folder.resolve(EBM), EbmModel.class)),
        ModelScores.of(read(folder.resolve(ORDINAL), EbmModel.class)),
        pairs
            ? Optional.of(new PairSpeedModel(read(folder.resolve(PAIR_SPEEDS), EbmModel.class)))
            : Optional.empty());
  }

  private static <M extends Model> M read(Path file, Class<M> kind) {
    Model model = ModelJson.read(file);
    if (!kind.isInstance(model)) {
      throw new DataException(
          Problem.ofFile(
              file,
              "expected another kind of model, found one by " + model.provenance().trainer(),
              "Maybe files were renamed."));
    }
    return kind.cast(model);
  }
}
