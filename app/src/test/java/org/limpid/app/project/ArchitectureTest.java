package org.limpid.app.project;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * The direction of dependencies between the modules, and what each of them may not touch.
 *
 * <p>The module {@code bench} is built after this one and nothing depends on it, which Maven itself
 * ensures. The modules {@code baselines} and {@code workbench} have rules of their own and are not
 * read here: with them a library under the GPL would be on the class path. Nor are {@code parquet},
 * {@code spark}, {@code neural} and {@code fuzz}, which stay out of the command.
 */
final class ArchitectureTest {

  private static final JavaClasses LIMPID =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.limpid");

  /** Without this, a rule could hold because the classes that it speaks of were never read. */
  @Test
  void allPackagesOfAllModulesAreChecked() {
    TreeSet<String> expected = new TreeSet<>();
    for (String module : Reactor.modules()) {
      if (!Set.of("baselines", "workbench", "parquet", "spark", "neural", "fuzz", "bench")
          .contains(module)) {
        expected.addAll(Reactor.packagesWithCode(module));
      }
    }
    TreeSet<String> found =
        LIMPID.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(toCollection(TreeSet::new));
    assertFalse(expected.isEmpty(), "no module with code under " + Reactor.root());
    expected.removeAll(found);
    assertTrue(expected.isEmpty(), () -> "packages that were not read: " + expected);
  }

  @Test
  void everyModuleKeepsToItsOwnPackage() {
    for (String module : Reactor.modules()) {
      String own = "org.limpid." + module;
      List<String> strangers =
          Reactor.packagesWithCode(module).stream()
              .filter(name -> !name.equals(own) && !name.startsWith(own + "."))
              .toList();
      assertEquals(List.of(), strangers, "packages of the module " + module + " outside " + own);
    }
  }

  @Test
  void modulesDependOnlyOnThoseBelowThem() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("files")
        .definedBy("org.limpid.files..")
        .layer("data")
        .definedBy("org.limpid.data..")
        .layer("interpret")
        .definedBy("org.limpid.interpret..")
        .layer("baselines")
        .definedBy("org.limpid.baselines..")
        .layer("simulation")
        .definedBy("org.limpid.simulation..")
        .layer("profiler")
        .definedBy("org.limpid.profiler..")
        .layer("reference")
        .definedBy("org.limpid.reference..")
        .layer("adaptation")
        .definedBy("org.limpid.adaptation..")
        .layer("models")
        .definedBy("org.limpid.analyzer..", "org.limpid.estimator..", "org.limpid.predictor..")
        .layer("kept models")
        .definedBy("org.limpid.models..")
        .layer("results")
        .definedBy("org.limpid.results..")
        .layer("experiment")
        .definedBy("org.limpid.experiment..")
        .layer("explain")
        .definedBy("org.limpid.explain..")
        .layer("plots")
        .definedBy("org.limpid.plots..")
        .layer("app")
        .definedBy("org.limpid.app..")
        .whereLayer("files")
        .mayNotAccessAnyLayer()
        .whereLayer("data")
        .mayOnlyAccessLayers("files")
        .whereLayer("interpret")
        .mayOnlyAccessLayers("files")
        .whereLayer("baselines")
        .mayOnlyAccessLayers("files", "interpret")
        .whereLayer("simulation")
        .mayOnlyAccessLayers("files", "data")
        .whereLayer("profiler")
        .mayOnlyAccessLayers("files", "data", "simulation")
        .whereLayer("reference")
        .mayOnlyAccessLayers("files", "data", "simulation")
        .whereLayer("adaptation")
        .mayOnlyAccessLayers("files", "data", "simulation")
        .whereLayer("models")
        .mayOnlyAccessLayers("files", "data", "interpret", "simulation", "profiler")
        .whereLayer("kept models")
        .mayOnlyAccessLayers("files", "data", "interpret", "models")
        .whereLayer("results")
        .mayOnlyAccessLayers("files", "data", "interpret", "simulation")
        .whereLayer("experiment")
        .mayOnlyAccessLayers(
            "files",
            "data",
            "interpret",
            "simulation",
            "profiler",
            "reference",
            "adaptation",
            "models",
            "kept models",
            "results")
        .whereLayer("explain")
        .mayOnlyAccessLayers(
            "files",
            "data",
            "interpret",
            "simulation",
            "models",
            "kept models",
            "results",
            "experiment")
        .whereLayer("plots")
        .mayOnlyBeAccessedByLayers("app")
        .check(LIMPID);
  }

  /** So that they can be used without the rest: see also the dependencies in interpret/pom.xml. */
  @Test
  void glassBoxModelsStandAlone() {
    classes()
        .that()
        .resideInAPackage("org.limpid.interpret..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.limpid.interpret..",
            "org.limpid.files..",
            "java..",
            "de.siegmar.fastcsv..",
            "tools.jackson.core..",
            "javax.xml.stream..")
        .allowEmptyShould(true)
        .check(LIMPID);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("org.limpid.(**)").should().beFreeOfCycles().check(LIMPID);
  }

  @Test
  void onlyTheCommandTalksToTheTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.limpid.app..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethodWhere(target(name("printStackTrace")))
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("java.util.logging..")
        .check(LIMPID);
  }

  @Test
  void simulatedTimeIsTheOnlyTime() {
    noClasses()
        .that()
        .resideInAnyPackage("org.limpid.simulation..", "org.limpid.profiler..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethodWhere(target(name("now")).and(target(owner(resideInAPackage("java.time..")))))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .orShould()
        .callConstructor(java.util.Date.class)
        .allowEmptyShould(true)
        .check(LIMPID);
  }

  @Test
  void randomNumbersComeFromASeed() {
    noClasses()
        .should()
        .callConstructor(Random.class)
        .orShould()
        .callConstructor(SplittableRandom.class)
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(java.util.Collections.class, "shuffle", List.class)
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat(
            assignableTo(ThreadLocalRandom.class).or(assignableTo("java.security.SecureRandom")))
        .check(LIMPID);
  }

  @Test
  void theSimulatorTouchesNoFiles() {
    noClasses()
        .that()
        .resideInAnyPackage("org.limpid.simulation..", "org.limpid.profiler..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.io..")
                .or(resideInAPackage("java.nio.file.."))
                .or(resideInAPackage("java.nio.channels.."))
                .as("reside in java.io, java.nio.file or java.nio.channels"))
        .allowEmptyShould(true)
        .check(LIMPID);
  }

  @Test
  void nothingThatIsShippedNeedsTheLibrariesOfTheWorkbench() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("tech.tablesaw..", "org.knowm..", "smile..", "org.tribuo..")
        .check(LIMPID);
  }
}
