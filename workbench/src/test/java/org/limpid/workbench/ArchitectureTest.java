package org.limpid.workbench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules of this module; those of the others are in {@code app}, which may not depend on it. */
final class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.limpid.workbench");

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.limpid.(workbench..)").should().beFreeOfCycles().check(CLASSES);
  }

  /** So that a user of one library can leave the others out. */
  @Test
  void librariesStayInTheirPackages() {
    requireOnlyIn("org.knowm.xchart..", "org.limpid.workbench.chart..");
    requireOnlyIn("smile..", "org.limpid.workbench.smile..");
    requireOnlyIn("org.tribuo..", "org.limpid.workbench.tribuo..");
    requireOnlyIn("jdk.jshell..", "org.limpid.workbench.shell..");
  }

  private static void requireOnlyIn(String library, String home) {
    noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(CLASSES);
  }

  @Test
  void adaptersOfModelsNeedNoTables() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.limpid.workbench.smile..",
            "org.limpid.workbench.tribuo..",
            "org.limpid.workbench.shapley..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tech.tablesaw..")
        .check(CLASSES);
  }

  @Test
  void nothingIsPrinted() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("org.limpid.app..")
        .check(CLASSES);
  }
}
