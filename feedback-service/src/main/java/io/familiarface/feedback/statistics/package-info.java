/**
 * What a few numbers can say and what they cannot: intervals, small numbers pulled towards the
 * average, tests corrected for how often one looked. Plain functions; each names its source.
 */
package io.familiarface.feedback.statistics;
