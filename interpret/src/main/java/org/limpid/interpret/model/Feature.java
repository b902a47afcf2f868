package org.limpid.interpret.model;

import java.util.List;
import java.util.Objects;

/** A named input of a model. */
public sealed interface Feature {
  /** The name of the column. */
  String name();

  /** A number with an order and distances. */
  record Numeric(String name) implements Feature {
    public Numeric {
      Objects.requireNonNull(name, "name");
    }
  }

  /** One of several texts. */
  sealed interface Categorical extends Feature permits Nominal, Ordinal {
    /** The texts seen in training; a row holds a position in this list. */
    List<String> categories();
  }

  /** One of several texts without an order; categories stand in alphabetical order. */
  record Nominal(String name, List<String> categories) implements Categorical {
    public Nominal {
      Objects.requireNonNull(name, "name");
      categories = List.copyOf(categories);
    }
  }

  /** One of several texts with an order, from low to high. */
  record Ordinal(String name, List<String> categories) implements Categorical {
    public Ordinal {
      Objects.requireNonNull(name, "name");
      categories = List.copyOf(categories);
    }
  }
}
