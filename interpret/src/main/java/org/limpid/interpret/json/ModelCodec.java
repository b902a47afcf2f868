package org.limpid.interpret.json;

import java.io.IOException;
import java.util.function.Supplier;
import org.limpid.files.json.JsonOutput;
import org.limpid.files.json.JsonSection;
import org.limpid.interpret.model.Model;

/**
 * Writes and reads what one kind of model has beyond the members that all kinds share.
 *
 * @param <M> the kind of model
 */
interface ModelCodec<M extends Model> {
  /** The kind as the file names it. */
  String kind();

  /** The class of the models. */
  Class<M> type();

  /** Writes the members of this kind. */
  void write(M model, JsonOutput out) throws IOException;

  /**
   * Reads and checks the members of this kind.
   *
   * @return makes the model; asked only if no problem was noted
   */
  Supplier<M> read(JsonSection root, Header header);
}
