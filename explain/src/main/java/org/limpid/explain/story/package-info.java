/** Stories of single jobs: what became of a job and why, as values and as text. */
package org.limpid.explain.story;
