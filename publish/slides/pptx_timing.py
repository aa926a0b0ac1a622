"""Timing of a slide as PowerPoint writes it: its video plays when the slide comes."""

from __future__ import annotations

from typing import Any

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

_NOW = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_TARGET = '<p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>'
_SLIDE = "<p:tgtEl><p:sldTgt/></p:tgtEl>"
_EFFECT = f"""
<p:par><p:cTn id="{{ids[1]}}" fill="hold">{_NOW}<p:childTnLst>
 <p:par><p:cTn id="{{ids[2]}}" presetID="{{preset}}" presetClass="mediacall" presetSubtype="0"
   fill="hold" nodeType="{{kind}}">{_NOW}<p:childTnLst>
  <p:cmd type="call" cmd="{{command}}"><p:cBhvr>
   <p:cTn id="{{ids[3]}}" dur="{{length}}" fill="hold"/>{_TARGET}
  </p:cBhvr></p:cmd>
 </p:childTnLst></p:cTn></p:par>
</p:childTnLst></p:cTn></p:par>"""
"""A command to a video, within the two containers that every step of a slide has."""
_TIMING = f"""
<p:timing {{names}}><p:tnLst><p:par>
 <p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>
  <p:seq concurrent="1" nextAc="seek">
   <p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>
    <p:par><p:cTn id="3" fill="hold">
     <p:stCondLst>
      <p:cond delay="indefinite"/>
      <p:cond evt="onBegin" delay="0"><p:tn val="2"/></p:cond>
     </p:stCondLst>
     <p:childTnLst>{{play}}</p:childTnLst>
    </p:cTn></p:par>
   </p:childTnLst></p:cTn>
   <p:prevCondLst><p:cond evt="onPrev" delay="0">{_SLIDE}</p:cond></p:prevCondLst>
   <p:nextCondLst><p:cond evt="onNext" delay="0">{_SLIDE}</p:cond></p:nextCondLst>
  </p:seq>
  <p:video><p:cMediaNode vol="80000">
   <p:cTn id="7" fill="hold" display="0">
    <p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>
   </p:cTn>{_TARGET}
  </p:cMediaNode></p:video>
  <p:seq concurrent="1" nextAc="seek">
   <p:cTn id="8" restart="whenNotActive" fill="hold" evtFilter="cancelBubble"
     nodeType="interactiveSeq">
    <p:stCondLst><p:cond evt="onClick" delay="0">{_TARGET}</p:cond></p:stCondLst>
    <p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync>
    <p:childTnLst><p:par><p:cTn id="9" fill="hold">{_NOW}
     <p:childTnLst>{{pause}}</p:childTnLst>
    </p:cTn></p:par></p:childTnLst>
   </p:cTn>
   <p:nextCondLst><p:cond evt="onClick" delay="0">{_TARGET}</p:cond></p:nextCondLst>
  </p:seq>
 </p:childTnLst></p:cTn>
</p:par></p:tnLst></p:timing>"""


def autoplay(shape: int, seconds: float) -> Any:
    """Return the ``p:timing`` of a slide whose video plays by itself.

    A key or a remote control goes on to the next slide at any time; a click on the video pauses
    it, and a second one lets it go on.

    Parameters
    ----------
    shape
        The id of the video's shape.
    seconds
        How long the video is.
    """
    length = max(1, round(seconds * 1000))
    play = _EFFECT.format(
        ids=range(3, 7),
        preset=1,
        kind="afterEffect",
        command="playFrom(0.0)",
        length=length,
        shape=shape,
    )
    pause = _EFFECT.format(
        ids=range(9, 13), preset=2, kind="clickEffect", command="togglePause", length=1, shape=shape
    )
    told = _TIMING.format(names=nsdecls("p"), play=play, pause=pause, shape=shape)
    # Without the blanks between elements, as the library and PowerPoint write it.
    return parse_xml("".join(line.strip() + " " for line in told.splitlines()).replace("> <", "><"))
