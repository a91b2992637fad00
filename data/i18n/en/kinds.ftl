# The names of the kinds of event (PLOVER), of the degrees of certainty, and of what is said about an event.

kind-agree = Agreement
kind-consult = Consultation
kind-support = Support
kind-concede = Concession
kind-cooperate = Cooperation
kind-aid = Aid
kind-retreat = Retreat
kind-request = Demand
kind-accuse = Accusation
kind-reject = Rejection
kind-threaten = Threat
kind-protest = Protest
kind-sanction = Sanctions
kind-mobilize = Mobilization
kind-coerce = Coercion
kind-assault = Assault
kind-other = Other

certainty-exact = one certain day
certainty-bounded = bounded on both sides
certainty-one-sided = bounded on one side
certainty-ordered = known by its order
certainty-undated = undated
certainty-ongoing = ongoing at publication

modality-asserted = told as fact
modality-reported = reported
modality-denied = denied by some
modality-planned = planned
modality-cancelled = cancelled

role-source = Actor
role-target = Target
role-participant = Participant

basis-explicit = a full date in the text
basis-relative = a relative expression
basis-ordered = the order of events
basis-narrative = being told as past news
basis-reader = your own word
basis-none = nothing in the text

precision-day = day
precision-month = month
precision-quarter = quarter
precision-year = year
precision-decade = decade
precision-century = century
