package org.limpid.app.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The lock of the launcher, with holders that are gone in several ways. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class LockTest {
  private static final Path LOCK_SH =
      Path.of(System.getProperty("limpid.root"), "app/src/main/sh/lock.sh");

  @TempDir private Path folder;

  @BeforeEach
  void needsProc() {
    assumeTrue(Files.isReadable(Path.of("/proc/1/stat")), "this system has no /proc");
  }

  /** Starts a shell with the functions of the lock. */
  private Process shell(String script) throws IOException {
    String functions = "fail() { echo \"$*\" >&2; exit 2; }\n. '%s'\n".formatted(LOCK_SH);
    return new ProcessBuilder("sh", "-c", functions + script)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .start();
  }

  private String run(String script) throws Exception {
    Process process = shell(script);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  /** Takes the lock and gives it back, after what a dead holder left. */
  private void assertTaken(String leftBehind) throws Exception {
    assertEquals("taken\n", run(leftBehind + "\nlock lock; echo taken; unlock"));
    assertFalse(Files.exists(folder.resolve("lock"), LinkOption.NOFOLLOW_LINKS));
    assertFalse(Files.exists(folder.resolve("lock.remover"), LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void freeLockIsTaken() throws Exception {
    assertTaken("");
  }

  @Test
  void lockOfADeadProcessIsTaken() throws Exception {
    shell("lock lock; kill -9 $$").waitFor();
    assertTrue(Files.isSymbolicLink(folder.resolve("lock")));
    assertTaken("");
  }

  /** The number of this shell, given to another process before. */
  @Test
  void lockOfAReusedNumberIsTaken() throws Exception {
    assertTaken("ln -s \"$$:7:$(boot):$(place)\" lock");
  }

  @Test
  void lockFromBeforeARestartIsTaken() throws Exception {
    assertTaken("ln -s \"$$:$(start_of $$):other:$(place)\" lock");
  }

  /** The lock of a former launcher, which wrote the number only. */
  @Test
  void lockWithoutAStartIsTaken() throws Exception {
    assertTaken("sh -c 'ln -s $$ lock'");
  }

  /** Nobody waits for the holder, as in a container without an init process. */
  @Test
  void lockOfAZombieIsTaken() throws Exception {
    String holder = "sh -c '. \"%s\"; lock lock; kill -9 $$'".formatted(LOCK_SH);
    Process parent = shell(holder + " & exec sleep 60");
    while (!Files.exists(folder.resolve("lock"), LinkOption.NOFOLLOW_LINKS)) {
      Thread.sleep(5);
    }
    assertTaken("");
    parent.destroyForcibly().waitFor();
  }

  /** A remover that was killed must not keep all others from removing. */
  @Test
  void removerThatDiedIsRemoved() throws Exception {
    assertTaken(
        "ln -s \"$$:7:$(boot):$(place)\" lock; ln -s \"$$:7:$(boot):$(place)\" lock.remover");
  }

  @Test
  void lockOfALivingProcessIsWaitedFor() throws Exception {
    Process holder = shell("lock lock; echo taken; read end; unlock");
    assertEquals("taken", holder.inputReader().readLine());
    Process other = shell("lock lock; echo taken; unlock");
    String said = other.inputReader().readLine();
    assertEquals(
        "Waiting for the build of another Limpid (process %d) ...".formatted(holder.pid()), said);
    holder.outputWriter().close();
    assertEquals("taken", other.inputReader().readLine());
    assertEquals(0, other.waitFor());
  }

  /**
   * It can't be looked up; after a while it counts as gone, so that no container waits for ever.
   */
  @Test
  void lockOfAnotherContainerIsWaitedForAWhile() throws Exception {
    String left = "ln -s \"$$:$(start_of $$):$(boot):other\" lock; patience=3\n";
    String said = run(left + "lock lock; echo taken; unlock");
    assertTrue(said.startsWith("Waiting for the build of another Limpid"), said);
    assertTrue(said.endsWith("\ntaken\n"), said);
  }
}
