package org.limpid.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limpid.files.Owner.Life;

class OwnerTest {
  private final Owner self = Owner.current();

  @Test
  void thisProcessIsAlive() {
    assertEquals(ProcessHandle.current().pid(), self.pid());
    assertEquals(Life.ALIVE, self.life());
  }

  @Test
  void textReadsBack() {
    assertEquals(Optional.of(self), Owner.parse(self.toString()));
    assertEquals(Optional.empty(), Owner.parse("1-2-3-4"));
    assertEquals(Optional.empty(), Owner.parse(self + "x"));
  }

  /** Numbers are given out again: a process that started at another time is another one. */
  @Test
  void sameNumberWithAnotherStartIsDead() {
    Owner former = new Owner(self.pid(), self.start() + 1000, self.boot(), self.place());
    assertEquals(Life.DEAD, former.life());
  }

  @Test
  void processBeforeARestartOfTheSystemIsDead() {
    assertEquals(Life.DEAD, new Owner(self.pid(), self.start(), "0badcafe", self.place()).life());
  }

  @Test
  void processOfAnotherHostOrContainerIsNotJudged() {
    assertEquals(Life.UNKNOWN, new Owner(self.pid(), self.start(), self.boot(), "0badcafe").life());
  }

  /** A child that has ended and is not waited for: as in a container without an init process. */
  @Test
  void zombieIsDead() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/stat")), "this system has no /proc");
    Process parent = new ProcessBuilder("sh", "-c", "sh -c 'echo $$' & exec sleep 60").start();
    try (var lines = parent.inputReader()) {
      long zombie = Long.parseLong(lines.readLine());
      Path stat = Path.of("/proc", "" + zombie, "stat");
      while (!Files.readString(stat).contains(") Z ")) {
        Thread.sleep(5);
      }
      long start = Long.parseLong(Files.readString(stat).replaceAll(".*\\) ", "").split(" ")[19]);
      assertEquals(Life.DEAD, new Owner(zombie, start, self.boot(), self.place()).life());
    } finally {
      parent.destroyForcibly();
    }
  }
}
