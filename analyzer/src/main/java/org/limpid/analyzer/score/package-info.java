/**
 * Share scores from what a workload shows alone: trees, explainable boosting machines, judgement.
 */
package org.limpid.analyzer.score;
