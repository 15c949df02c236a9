package com.interspace.rfo.usecase.action;

import com.interspace.rfo.action.PreventiveAction;

/** A preventive action with the number of its problem. */
public record ActionReading(PreventiveAction action, String problemNumber) {}
