package org.limpid.analyzer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limpid.analyzer.PackingModels.ScoreMethod;
import org.limpid.data.Profiles;
import org.limpid.data.generate.WorkloadModel;
import org.limpid.files.DataException;

class PackingFilesTest {
  private static final Profiles GENERATED = WorkloadModel.profiles();
  private static final PackingModels MODELS =
      PackingAnalyzer.train(GENERATED, LabelSource.GIVEN, 1).models();

  @TempDir Path folder;

  @Test
  void readModelsTellWhatTheWrittenOnesDid() {
    PackingFiles.write(MODELS, folder);
    PackingModels read = PackingFiles.read(folder, true);
    assertEquals(MODELS.matrix(GENERATED), read.matrix(GENERATED));
    assertEquals(MODELS.rules(), read.rules());
    for (ScoreMethod method : ScoreMethod.values()) {
      assertEquals(MODELS.scores(method).target(), read.scores(method).target());
      assertEquals(
          MODELS.scores(method).model().provenance(), read.scores(method).model().provenance());
      assertEquals(
          MODELS.rescored(method, GENERATED).singles(), read.rescored(method, GENERATED).singles());
      assertEquals(63, read.scores(method).model().provenance().rowCount());
    }
  }

  @Test
  void missingModelOfPairsStaysMissing() {
    Profiles singles = new Profiles(GENERATED.singles(), List.of());
    PackingFiles.write(PackingAnalyzer.train(singles, LabelSource.GIVEN, 1).models(), folder);
    assertFalse(Files.exists(folder.resolve(PackingFiles.PAIR_SPEEDS)));
    assertTrue(PackingFiles.read(folder, false).pairSpeeds().isEmpty());
    assertThrows(DataException.class, () -> PackingFiles.read(folder, true));
  }

  @Test
  void modelsInTheWrongFileAreRefused() throws IOException {
    PackingFiles.write(MODELS, folder);
    copy(PackingFiles.PAIR_SPEEDS, PackingFiles.ORDINAL);
    assertRefused("pair rates are no scores");
    copy(PackingFiles.EBM, PackingFiles.TREE);
    assertRefused("an EBM is no tree");
    Files.delete(folder.resolve(PackingFiles.TREE));
    assertRefused("a file is missing");
  }

  private void copy(String from, String to) throws IOException {
    Files.copy(folder.resolve(from), folder.resolve(to), StandardCopyOption.REPLACE_EXISTING);
  }

  private void assertRefused(String why) {
    assertThrows(DataException.class, () -> PackingFiles.read(folder, true), why);
  }
}
