package org.limpid.baselines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.limpid.interpret.model.Task;
import org.limpid.interpret.model.TrainerCatalog;
import org.limpid.interpret.model.TrainerCatalog.Offer;

final class BaselineCatalogTest {
  @Test
  void programsFindTheCatalogOnTheClassPath() {
    List<TrainerCatalog> found =
        ServiceLoader.load(TrainerCatalog.class).stream().map(ServiceLoader.Provider::get).toList();
    assertEquals(1, found.size());
    assertEquals(BaselineCatalog.class, found.getFirst().getClass());
  }

  @Test
  void everyMethodIsOfferedForNumbers() {
    List<String> names =
        new BaselineCatalog()
            .offers(new Task.Regression()).stream().map(offer -> offer.trainer().name()).toList();
    assertEquals(Baselines.all().stream().map(method -> method.name()).toList(), names);
  }

  @Test
  void methodsWithoutAWayForGapsSaySo() {
    List<Offer> offers = new BaselineCatalog().offers(new Task.Regression());
    assertTrue(named(offers, "lightgbm").takesMissingValues());
    assertFalse(named(offers, "random-forest").takesMissingValues());
  }

  private static Offer named(List<Offer> offers, String name) {
    return offers.stream()
        .filter(offer -> offer.trainer().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
