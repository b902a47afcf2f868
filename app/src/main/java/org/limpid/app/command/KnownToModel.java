package org.limpid.app.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks options of what a trained model knows, which cannot be said anew when it is trained on. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface KnownToModel {}
