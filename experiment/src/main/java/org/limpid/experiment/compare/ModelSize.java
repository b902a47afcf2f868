package org.limpid.experiment.compare;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.limpid.interpret.json.ModelJson;
import org.limpid.interpret.model.Model;
import org.limpid.interpret.model.TrainerCatalog.Sized;

/** How large models are when they are saved. */
final class ModelSize {
  private ModelSize() {}

  /** Bytes of a model as its library saves it; Limpid's own models as JSON. */
  static long byteCount(Model model) {
    if (model instanceof Sized sized) {
      return sized.byteCount();
    }
    try (CountingStream counter = new CountingStream()) {
      ModelJson.write(model, counter);
      return counter.count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class CountingStream extends OutputStream {
    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      count += length;
    }
  }
}
