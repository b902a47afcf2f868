/**
 * Explanations as values: what a model looks at, what its terms look like, and why it predicted
 * what it predicted. Texts are rendered from the values.
 */
package org.limpid.interpret.explain;
