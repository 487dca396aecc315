<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AboutCard</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences and notices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coach {version}, under the Apache License 2.0</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdviceCard</name>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdviceList</name>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AudioController</name>
    <message>
        <source>For my phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved for your phone: {path}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BreathCard</name>
    <message>
        <source>Breath</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breathe in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Breathe out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A breath lasts {seconds} s, that is {rate} a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your longest session then takes {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your longest session then takes {time}. That is more than twelve minutes; nothing is left out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BreathRing</name>
    <message>
        <source>Breath</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Button</name>
    <message>
        <source>Key: {key}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CareCard</name>
    <message>
        <source>Take care</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>no rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tightness {score}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChartTable</name>
    <message>
        <source>Day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tightness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Progress of the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have been seen by a professional since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan opens again only with this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why we ask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {number} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about two minutes left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>half a minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>almost done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckPanel</name>
    <message>
        <source>Is anything new since last time?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbness or weakness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of bladder or bowel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A swollen leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An injury</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, nothing new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, something is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then {time} of guided time. Space pauses at any moment, S stops.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckinCard</name>
    <message>
        <source>How tight are they today?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is loose, 10 is the tightest you can imagine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tightness, {side}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it applies today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional ticks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How tight were they yesterday?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steady on one leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ache at the sitting bone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kneeling is uncomfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swelling or bruising with pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept me awake or stopped me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A rating can be corrected for 48 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys 0–9, X for ten; saved as you tap</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Cues</name>
    <message>
        <source>A system library for sound is missing, so the session runs without sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound device was found, so the session runs without sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound could not be played ({reason}); the session runs without sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound has stopped, so the session goes on without it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataCard</name>
    <message>
        <source>Your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays in this folder, on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No program here opens folders. The path above leads there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayColumn</name>
    <message>
        <source>Alt and an arrow moves this day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndPanel</name>
    <message>
        <source>Sit or lie down safely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the breath come and go by itself, no counting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay down until the dizziness has gone, then get up slowly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it stays, comes back or comes with other signs, see someone about it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExercisePage</name>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All exercises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In your plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space plays, S is slow, L and R change the side, Esc goes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your plan waits for now. Please look only, and do not exercise yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your answers leave this way of doing it out. Please look only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{side} side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>side bend, from behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From above, front is up: {other} foot ahead, {side} shin behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>turned in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>straight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExerciseTile</name>
    <message>
        <source>In your plan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExercisesController</name>
    <message>
        <source>Exercises</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExercisesPage</name>
    <message>
        <source>Exercises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How each one goes, why it may help, easier and harder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your plan waits for now. Please look only, and do not exercise yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FloorButton</name>
    <message>
        <source>Key: {key}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FloorPanel</name>
    <message>
        <source>Leave floor mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Floor mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet, trying again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FortnightCard</name>
    <message>
        <source>Two weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tightness of the last two weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rated} of {all} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ratings yet. One tap a day is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first answer comes in week {week}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your ratings move about ±{sd} from day to day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Print my answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I have been seen: check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readiness check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please get emergency help now. Don&apos;t wait and don&apos;t exercise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Growing bodies need other amounts. Nothing of what you answered was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of your answers ask for a word with a professional first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This program cannot examine you, so it waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call **{number}**, or let somebody take you there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If chest pain or sudden breathlessness comes with it, call **{number}** now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that was a slip of the finger, start the check again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your daily rating and your history stay open. Once you have been seen, a new check can open sessions again, from tomorrow on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your daily rating and your history stay open. Sessions open again after a new check.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpCard</name>
    <message>
        <source>Emergency number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown where the readiness check says to get help. Empty, it reads: your local emergency number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HowCard</name>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntentCard</name>
    <message>
        <source>When and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: the dog has been out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: in the garden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may get in the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for example: guests are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick a moment, a place or what may get in the way: your sentence stands here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deciding on the moment beforehand can help a little with starting. All of it is optional.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save when and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear when and where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cleared.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntentField</name>
    <message>
        <source>{name}, in own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These words hold signs that cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own words …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntentPage</name>
    <message>
        <source>A plan for the moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional, and yours to change at any time on the page Routine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the sessions of your week. Today names what each one asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeepPace</name>
    <message>
        <source>Keep this breath: {breath}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookCard</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduced motion: still pictures and a filling bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>30 a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>15 a second, saves energy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of the moving figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MovingFigure</name>
    <message>
        <source>This movement</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesController</name>
    <message>
        <source>The summary is saved in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesPage</name>
    <message>
        <source>Notes for a professional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print or save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a check was suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tightness, day by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions by week, from Monday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs during sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readiness check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No note so far. If a check with a professional may help, it says so here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean, 0 to 10</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesWords</name>
    <message>
        <source>First week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 14 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nerve floss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 set of 6 on each side, after full sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 set of 10 on each side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 sets of 10 on each side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 sets of 10 on each side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole sessions: {whole}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{told}, short ones: {small}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sharp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tingling, numb or shooting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dizzy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something felt wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{strength} of 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stayed {time} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>further down the leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numb</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file of the program is wrong. {why} Your log was not touched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the program went wrong. What was saved is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something in the program went wrong. What was saved is safe. Report: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be used: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OriginCard</name>
    <message>
        <source>Where it comes from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>**Article {number}:** {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutcomeController</name>
    <message>
        <source>Your answers are saved in {path}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaceBar</name>
    <message>
        <source>Shorter breaths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longer breaths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At my own pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rep done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quieter voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Louder voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quieter tones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Louder tones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this breath the whole session takes {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With this breath the whole session takes {time}: more than twelve minutes, and nothing is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the next set on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice {level} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tones {level} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerNotice</name>
    <message>
        <source>Not saved yet, trying again. {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayerSaver</name>
    <message>
        <source>The computer is slow to save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The log could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressController</name>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Save picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a professional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tightness now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left vs right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tightness, day by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions of twelve weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>12 weeks, Monday first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes for a professional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet. Changes of your plan appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tightness from 0 to 10, day by day. Band: first week. Marks: sessions.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressWords</name>
    <message>
        <source>no rating yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean of your days so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was {} in week 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the first one is ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {planned}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the last 28 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since you began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate once more after a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>points on the day, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate both sides to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left is tighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right is tighter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ratings in this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings from {first} to {last}; the last one is {score}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left and right arrow read the days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easier week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week {week}. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week {week}: {told}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{week} Why? {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your plan began at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you took the step to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one step down, to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>three half sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you kept the plan as it was, at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>back to {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan rests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan goes on, at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another weight, at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan waits until you have seen someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan is open again, at {}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the nerve floss changed its level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the plan leans another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you chose other days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage 0 · Settle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage 1 · Control</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage 2 · Dynamic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage 3 · Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage 4 · Strength 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twelve weeks: {whole} whole sessions and {small} short ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{}: short session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatePanel</name>
    <message>
        <source>Well done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two small answers, then you are through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How tight are the backs of your thighs now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 is not tight at all, 10 the tightest you can imagine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tightness now, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tightness now, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet, trying again. {why}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RatingScale</name>
    <message>
        <source>not rated yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of 10</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>I understand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This plan is gentle, and no check by a professional takes place here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print my answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your answers point to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built around you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your three days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readiness check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in your answers asks for a check first. Here is your week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan waits until a professional has said that exercise is fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With their word, a gentle plan can begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gentle plan is there meanwhile, if you want it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A professional has said this is fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A professional has said the nerve floss is fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{signs}. If you leave it open, the floss waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nerve floss is taken out for now. From tomorrow on you can tick here that a professional has said it is fine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} of {most} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the gentle plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See my week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoutinePage</name>
    <message>
        <source>Your week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why this routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is still missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emphasis of the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One stage down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause the plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For illness or travel, up to 27 days; you go on whenever you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emphasis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plan is paused: nothing is planned, and nothing is missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every day rests until the check has been done again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three sessions and two light days, built from your answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three gentle sessions, built from your answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a day, or move it with Alt and an arrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light: {names}, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest. A short walk every half hour of sitting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From your answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunControls</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop, this hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tingling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dizzy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sound here, follow the ring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M sound off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V voice on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V voice off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>M mutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space pauses  ·  ← → move by one set  ·  S stops  ·  F floor mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunHead</name>
    <message>
        <source>Progress of the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <source>Exercise under way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunPicture</name>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From above: the {side} foot is straight behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From above: the {side} foot is behind to the {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From above: the {side} foot is out to the {side}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from behind: the trunk bends to the {other}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SessionCard</name>
    <message>
        <source>Today&apos;s session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two minutes today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With floss, {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s light session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsController</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder with your own recordings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you change holds at once.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>coach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Routine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exercises</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some entries are dated after today, up to {date}. They are kept and count from their day on. Is the clock of this computer right?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundCard</name>
    <message>
        <source>Voice and tones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A voice says what comes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say “in” and “out”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the first sets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice that came with the program speaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{problem}. The built-in voice speaks instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{have} of {wanted} phrases are there; the built-in voice says the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every phrase is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play: {sound}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with your own recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the built-in voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TempoCard</name>
    <message>
        <source>Tempo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At my own pace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deadlift, leg swing and nerve floss then show each rep once, and wait until Enter says that it is done. Rests and breaths keep their time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TinglingPanel</name>
    <message>
        <source>Since stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on without answering</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dizzy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strong was it at most?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rest as you like. Answer at once, or wait for the minute to pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tingling</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>What comes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something new since last time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For my phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today&apos;s session as a file to listen to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}. Your session is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}. Your half session is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}. A light day, if you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}. A day of rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}. Done for today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}. Your plan waits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}. A short check comes first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}. Your plan is paused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings and history stay open. Sessions open again after a new check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes about two minutes. Then your plan goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is planned, and nothing is missed. Ratings stay open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was today&apos;s session. Rest is part of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short walk every half hour of sitting does more than you think.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} with all pauses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session was left half-way. Sets saved so far: {saved}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue at set {set}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VariantCard</name>
    <message>
        <source>Easier and harder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways to do it, from easier to harder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easier: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harder: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · in your plan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} · left out by your answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeekBoard</name>
    <message>
        <source>Your week</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Begin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to coach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hamstrings that always feel tight?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A short, guided week instead of years of stretching. First come twelve questions, so that it fits you and begins gently enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two minutes, twelve questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs that a person should look at come first. It says so plainly.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then your week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three sessions under twelve minutes, light days between, days to rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account, nothing is sent. You can stop and go on at any time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>Why it may help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>advice</name>
    <message>
        <source>Notes for a professional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This follows from the guidance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A professional says it is fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lighter today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it easier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A smaller plan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>check</name>
    <message>
        <source>A personal mobility and strength exercise timer with a diary. It does not examine, diagnose or treat.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get help now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See someone before exercising.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check with a professional first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This app is written for adults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are ready to begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the next days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your local emergency number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of your answers is a sign that a person should look at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of your answers are signs that a person should look at first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>dates</name>
    <message>
        <source>MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>player</name>
    <message>
        <source>ready?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>get ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breathe in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breathe out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coming up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change position</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>breath {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rep {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hold {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{inhale} s in  ·  {exhale} s out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{breath} from the next set on, {time} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{breath} from the next set on, {time} in all: more than twelve minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your turn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused. {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was, then done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set {n} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your time. Enter says that this rep is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Told: {felt}  ·  1–4 change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How does it feel?  1 easy  ·  2 fine  ·  3 noticeable  ·  4 too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>easy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noticeable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Go on from here, or finish for today?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You were away for {n} minutes. Finish for today?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer was busy or asleep. Go on from this set?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer the questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on, it was nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to 2 of 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>6 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within a minute of stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further down the leg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numb for a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numb, and it stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: how was it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Easy, 2 or more left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticeable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too much</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sharp pain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This hurts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tingling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dizzy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sheet</name>
    <message>
        <source>My answers to the readiness check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save my answers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>summary</name>
    <message>
        <source>Summary for a professional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings, 0 to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions by week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a check was suggested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signs during sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Readiness check of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the summary</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
