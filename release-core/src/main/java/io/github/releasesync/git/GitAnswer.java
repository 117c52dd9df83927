package io.github.releasesync.git;

/** Whether git knows a folder: the repository, or why there is none. */
public sealed interface GitAnswer permits GitRepository, NotARepository {}
