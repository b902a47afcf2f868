package org.limpid.neural;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.limpid.files.DataException;
import org.limpid.files.Problem;

/**
 * PyTorch, started on first use. Nothing is fetched and nobody is told: its native code comes from
 * the class path and is unpacked into the folder that {@code DJL_CACHE_DIR} names, {@code
 * ~/.djl.ai} without it. One thread calculates, as sums would otherwise depend on how many there
 * are.
 */
final class Torch {
  private static final Map<String, String> SETTINGS =
      Map.of(
          "ai.djl.offline", "true",
          "OPT_OUT_TRACKING", "true",
          "ai.djl.pytorch.num_threads", "1",
          "ai.djl.pytorch.num_interop_threads", "1");

  /** Random numbers, of dropout for example, come from one generator of the process. */
  private static final ReentrantLock GENERATOR = new ReentrantLock();

  private Torch() {}

  /**
   * The engine.
   *
   * @throws DataException if there is none for this system on the class path
   */
  static Engine engine() {
    SETTINGS.forEach(System::setProperty);
    try {
      return Engine.getEngine("PyTorch");
    } catch (EngineException | LinkageError | IllegalStateException | IllegalArgumentException e) {
      throw new DataException(
          Problem.of(
              "class path",
              "expected PyTorch for %s on %s, which could not be started (%s)"
                  .formatted(
                      System.getProperty("os.name"),
                      System.getProperty("os.arch"),
                      cause(e).getMessage()),
              "Maybe there is no room to unpack it: the variable DJL_CACHE_DIR names another"
                  + " folder."));
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure.getCause() == null ? failure : cause(failure.getCause());
  }

  /** Does work with random numbers that a seed determines; other such work waits until then. */
  static <T> T withSeed(long seed, Function<Engine, T> work) {
    Engine engine = engine();
    GENERATOR.lock();
    try {
      engine.setRandomSeed((int) seed);
      return work.apply(engine);
    } finally {
      GENERATOR.unlock();
    }
  }
}
