"""Who sits where: the room, the rules, the engine in a process of its own, the papers.

Facts come from the store and are frozen with the result, so that a late change is told.
Seats made by hand may break a rule: it is shown, never forbidden. Of a friction nobody here
learns more than 'keep apart'. What the engine finds is good, never called the best there is.

Pure parts, without a database: room, problem, annealing, exchange, contradictions, chairs,
engine, worker. OR-tools is imported by exchange and contradictions alone, in the worker.
"""
