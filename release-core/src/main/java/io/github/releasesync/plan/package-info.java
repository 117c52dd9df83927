/**
 * What is known, what is wrong with it, and what would be done: facts gathered once, rules that are
 * pure functions of them.
 */
package io.github.releasesync.plan;
