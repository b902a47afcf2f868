package org.limpid.baselines;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The rules of this module; those of the others are in {@code app}, which may not depend on it. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.limpid.baselines");

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.limpid.baselines.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** So that a user of one library can leave the others out. */
  @Test
  void librariesDoNotKnowEachOther() {
    slices()
        .matching("org.limpid.baselines.(smile|tribuo|lightgbm|encog|lime)..")
        .should()
        .notDependOnEachOther()
        .check(CLASSES);
    for (String library : new String[] {"smile", "tribuo", "lightgbm", "encog"}) {
      noClasses()
          .that()
          .resideOutsideOfPackage("org.limpid.baselines." + library + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(foreign(library))
          .check(CLASSES);
    }
  }

  private static String[] foreign(String library) {
    return switch (library) {
      case "smile" -> new String[] {"smile.."};
      case "tribuo" -> new String[] {"org.tribuo..", "com.oracle..", "ml.dmlc.."};
      case "lightgbm" -> new String[] {"io.github.metarank..", "com.microsoft.."};
      default -> new String[] {"org.encog.."};
    };
  }

  @Test
  void onlyFilesAndInterpretAreUsedOfLimpid() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.limpid.app..",
            "org.limpid.data..",
            "org.limpid.simulation..",
            "org.limpid.profiler..")
        .check(CLASSES);
  }

  @Test
  void randomNumbersComeFromASeedAndNothingIsPrinted() {
    noClasses()
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callConstructor(SplittableRandom.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }
}
